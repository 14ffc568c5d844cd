//! Drawing badges. Size, comments and texts are as measured on Server; the
//! markup is our own.

/// Advance widths of DejaVu Sans in thousandths, from the space on.
const WIDTHS: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// A badge of 20 pixels with a label and a value.
pub(crate) fn measure(label: &str, value: &str, colour: &str) -> String {
    let (left, right) = (text_width(label), text_width(value));
    let (split, width) = (26 + left + 6, 26 + left + 6 + 6 + right + 6);
    let value_at = split + 6;
    format!(
        r##"<svg role="img" xmlns="http://www.w3.org/2000/svg" height="20" width="{width}">
    <!-- SONARQUBE MEASURE -->
    <title>{label} {value}</title>
    <clipPath id="r"><rect width="{width}" height="20" rx="3"/></clipPath>
    <g clip-path="url(#r)">
        <path fill="#555" d="M0 0h{split}v20H0z"/>
        <path fill="{colour}" d="M{split} 0h{width}v20H{split}z"/>
    </g>
    <path fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" d="M8 11a6 6 0 0 1 12 3M10 14a4 4 0 0 1 6 2"/>
    <g fill="#fff" font-family="DejaVu Sans,Verdana,Geneva,sans-serif" font-size="11">
        <text x="26" y="14" textLength="{left}">{label}</text>
        <text x="{value_at}" y="14" textLength="{right}">{value}</text>
    </g>
</svg>"##
    )
}

/// The large badge, 94 by 71 pixels.
pub(crate) fn quality_gate(product: &str, passed: bool) -> String {
    let (mark, word, colour) = if passed {
        ("PASS", "passed", "#2f9e44")
    } else {
        ("FAIL", "failed", "#d4333f")
    };
    format!(
        r##"<svg role="img" width="94" height="71" viewBox="0 0 94 71" fill="none" xmlns="http://www.w3.org/2000/svg">
<!-- SONARQUBE QUALITY GATE {mark} -->
<title>{product} Quality Gate {word}</title>
<rect x=".5" y=".5" width="93" height="70" rx="5" fill="#fff" stroke="#ddd"/>
<path d="M0 46h94v19a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6z" fill="{colour}"/>
<g font-family="DejaVu Sans,Verdana,Geneva,sans-serif" text-anchor="middle">
<text x="47" y="29" font-size="11" fill="#333">quality gate</text>
<text x="47" y="63" font-size="13" fill="#fff">{word}</text>
</g>
</svg>"##
    )
}

/// The same as 9.9 draws it: wider, and without a title (measured).
pub(crate) fn quality_gate_of_9_9(passed: bool) -> String {
    let (mark, colour) = if passed {
        ("PASS", "#2f9e44")
    } else {
        ("FAIL", "#d4333f")
    };
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="128" height="71" viewBox="0 0 128 71" fill="none">
<!-- SONARQUBE QUALITY GATE {mark} -->
<rect x=".5" y=".5" width="127" height="70" rx="5" fill="#fff" stroke="#ddd"/>
<path d="M0 46h128v19a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6z" fill="{colour}"/>
</svg>"##
    )
}

/// The red badge that says what is wrong. The two widths for Server's most
/// frequent texts are measured.
pub(crate) fn error(message: &str) -> String {
    let width = match message {
        "Project has not been found" => 164,
        "Measure has not been found" => 170,
        "Quality gate has not been found" => 191,
        _ => text_width(message) + 14,
    };
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" height="20" width="{width}">
    <!-- ERROR -->
    <rect fill="#e05d44" height="20" width="{width}" rx="3"/>
    <g fill="#fff" font-family="DejaVu Sans,Verdana,Geneva,sans-serif" font-size="11">
        <text x="4" y="15" fill="#010101" fill-opacity=".3">{message}</text>
        <text x="4" y="14">{message}</text>
    </g>
</svg>"##
    )
}

/// How wide a text is at 11 pixels.
fn text_width(text: &str) -> u32 {
    let thousandths: u32 = text
        .chars()
        .map(|letter| {
            let place = u32::from(letter).checked_sub(32);
            place
                .and_then(|place| WIDTHS.get(usize::try_from(place).ok()?))
                .map_or(600, |width| u32::from(*width))
        })
        .sum();
    (thousandths * 11).div_ceil(1000)
}
