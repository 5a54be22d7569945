// @ts-check
// Everything on one page: shown in a frame that may run no script, downloaded by the browser itself (the computer Python
// runs on may be far away), or loaded from a file.
/** @param {FormParts} parts @returns {Form} */
function myWorkForm({ spec, post, trouble }) {
  const { words } = spec, /** @type {string[]} */ wishes = [];
  /** @type {(name: string, more?: { page?: string }) => void} */
  const wish = (name, more = {}) => { wishes.push(name); post({ my_work: name, ...more }); };
  const frame = make("iframe", { class: "cl-page", sandbox: true, title: words.my_work, hidden: true });
  const show = make("button", { type: "button", class: "cl-quiet",
    onclick: () => (frame.hidden ? wish("show") : open(false)) });
  const download = make("button", { type: "button", onclick: () => wish("download") }, words.download_work);
  const file = make("input", { type: "file", id: newId(), accept: ".html,text/html", onchange: load });
  /** @param {boolean} shown */
  function open(shown) {
    frame.hidden = !shown;
    show.textContent = shown ? words.hide_work : words.show_work;
    show.setAttribute("aria-expanded", String(shown));
  }
  async function load() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    trouble("");
    if (spec.limit !== undefined && chosen.size > spec.limit) trouble(words.too_large);
    else try { wish("load", { page: await chosen.text() }); } catch { trouble(words.unread); }
    file.value = "";   // so that the same file can be chosen again
  }
  open(false);
  return {
    element: make("div", {}, make("p", { class: "cl-question" }, spec.question),
      make("div", { class: "cl-buttons" }, show, download),
      make("div", { class: "cl-control" }, make("label", { for: file.id }, words.load_work), file), frame),
    receive({ page }) {
      const wished = wishes.shift();
      if (page && wished === "show") { frame.srcdoc = page; open(true); }
      if (page && wished === "download") save("my_work.html", page);
    },
  };
}

/** @param {string} name @param {string} page */
function save(name, page) {
  const href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}
