"""Renders reStructuredText: a line of JSON in, HTML as a line of JSON out."""

import json
import sys

from docutils.core import publish_parts

SETTINGS = {
    # Anything that docutils complains of is an error.
    "report_level": 1,
    "halt_level": 1,
    "file_insertion_enabled": False,
    "raw_enabled": False,
}

for line in sys.stdin:
    parts = publish_parts(json.loads(line), writer_name="html5", settings_overrides=SETTINGS)
    print(json.dumps(parts["body"]), flush=True)
