// The web API of a server, as somebody who sends a token with each request: a
// password costs the server a tenth of a second to check, each time.

export class WebApi {
  #baseUrl;
  #authorization;

  /** `baseUrl` is origin and context path; a token goes in the place of a login. */
  constructor(baseUrl, login, password = "") {
    this.#baseUrl = baseUrl;
    this.#authorization = `Basic ${btoa(`${login}:${password}`)}`;
  }

  get = (path, parameters) => this.#ask(`${path}?${new URLSearchParams(parameters)}`, {});

  post = (path, parameters) => this.#ask(path, { method: "POST", body: new URLSearchParams(parameters) });

  /**
   * # Errors
   * The request and the server's own words, where it answers with anything but success.
   */
  async #ask(path, request) {
    const response = await fetch(`${this.#baseUrl}/${path}`, {
      ...request,
      headers: { authorization: this.#authorization },
    });
    const text = await response.text();
    if (!response.ok) {
      const what = [request.method ?? "GET", path, request.body ?? ""].join(" ").trim();
      throw new Error(`${this.#baseUrl}: ${what}\nwas answered with ${response.status} ${text}`);
    }
    return text === "" ? undefined : JSON.parse(text);
  }
}
