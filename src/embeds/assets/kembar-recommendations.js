// <kembar-recommendations portal="…" lang="…" theme="…" country="…" limit="…"><a href="…">…</a></kembar-recommendations>
// Shows published city partnerships. What stands inside the element stays where nothing can be shown.
const SERVICE = new URL(import.meta.url).origin;
const ASKED = ['portal', 'lang', 'theme', 'country', 'limit'];
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host { display: block; color: var(--kembar-ink, CanvasText); font: var(--kembar-font, inherit); }
  :host([hidden]) { display: none; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--kembar-gap, .75rem); grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--kembar-column, 20rem)), 1fr)); }
  li { padding: .75rem 1rem; border: 1px solid var(--kembar-line, GrayText); border-radius: var(--kembar-radius, 6px); background: var(--kembar-paper, Canvas); overflow-wrap: break-word; }
  p { margin: .25rem 0 0; }
  a { display: inline-block; min-height: 1.5rem; color: var(--kembar-accent, LinkText); font-weight: 600; }
  a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
`);

const made = (tag, part, text) => {
  const element = document.createElement(tag);
  element.part.add(part);
  if (text) element.textContent = text;
  return element;
};

const isOurs = address => typeof address === 'string' && URL.canParse(address) && new URL(address).origin === SERVICE;

class KembarRecommendations extends HTMLElement {
  static observedAttributes = ASKED;
  #root = this.attachShadow({ mode: 'open' });
  #loading = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
    this.#show([]);
  }

  connectedCallback() { this.#load(); }
  disconnectedCallback() { this.#loading?.abort(); }
  attributeChangedCallback(_name, before, after) { if (this.isConnected && before !== after) this.#load(); }

  async #load() {
    this.#loading?.abort();
    const { signal } = this.#loading = new AbortController();
    const address = new URL('/api/v1/recommendations?format=jsonfeed', SERVICE);
    for (const name of ASKED) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(name, value);
    }
    let items = [];
    try {
      const answer = await fetch(address, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
      const found = answer.ok ? (await answer.json()).items : [];
      if (Array.isArray(found)) items = found;
    } catch { /* What stands inside the element is shown. */ }
    if (signal.aborted) return;
    this.#show(items);
    this.dispatchEvent(new CustomEvent('kembar:shown', { bubbles: true, detail: { items: items.length } }));
  }

  #show(items) {
    const list = made('ul', 'list');
    for (const item of items) {
      const title = made('a', 'title', item.title);
      if (isOurs(item.url)) title.href = item.url;
      const entry = made('li', 'item');
      entry.append(title, made('p', 'summary', item.content_text));
      list.append(entry);
    }
    this.#root.replaceChildren(items.length > 0 ? list : document.createElement('slot'));
  }
}

if (!customElements.get('kembar-recommendations')) customElements.define('kembar-recommendations', KembarRecommendations);
