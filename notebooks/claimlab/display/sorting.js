// @ts-check
// Sorting: each row is a card that is moved into the group of its option, by drag, by two taps or by keys. A card is a
// group of radio buttons out of sight, so that arrows, focus and what is spoken are the browser's own.

/** @param {ItemSpec} spec @returns {Field} */
function sortField(spec, id = newId()) {
  const { words, options } = spec, announcer = makeAnnouncer();
  const get = () => Object.fromEntries(cards.map(({ row, radios }) => [row.id, radios.find((radio) => radio.checked)?.value ?? ""]));
  const replies = makeRowReplies(spec, get);
  let /** @type {SortCard | null} */ taken = null;

  /** @param {string} text @param {string} look @param {string} key */
  function makeGroup(text, look, key) {
    const title = newId(), list = make("ul", { "aria-labelledby": title });
    const name = make("p", { id: title, class: "cl-group-title" },
      ...(key ? [make("kbd", { class: "cl-key", "aria-hidden": "true" }, key)] : []), text);
    return { list, element: make("div", { class: `cl-group ${look}` }, name, list) };
  }
  const tray = makeGroup(words.unplaced, "cl-tray", "");
  const groups = options.map(({ text }, at) => makeGroup(text, "", String(at + 1)));
  groups.forEach(({ element }, at) => element.addEventListener("click", ({ target }) => {
    if (taken && !(target instanceof Element && target.closest(".cl-move"))) choose(taken, at);
  }));

  /** @type {(card: SortCard) => number} - -1 before it is placed */
  const place = ({ radios }) => radios.findIndex((radio) => radio.checked);
  function arrange() {
    for (const card of cards) {
      const { list } = groups[place(card)] ?? tray;
      if (card.element.parentElement === list) continue;
      const focused = card.element.matches(":focus-within");
      list.append(card.element);
      if (focused) focus(card);   // an element that is moved loses the focus
    }
    tray.element.hidden = tray.list.children.length === 0;
  }
  /** @param {SortCard} card */
  const focus = ({ radios }) => (radios.find((radio) => radio.checked) ?? radios[0]).focus({ preventScroll: true });
  /** @param {SortCard | null} card */
  function take(card) {
    taken = card;
    for (const one of cards) one.element.classList.toggle("cl-taken", one === card);
    board.classList.toggle("cl-choosing", card !== null);
    if (card) announcer.say(fill(words.taken, { card: card.row.label }));
  }
  /** @param {SortCard} card @param {number} at */
  function choose(card, at) {
    card.radios[at].checked = true;
    card.radios[at].dispatchEvent(new Event("input", { bubbles: true }));
    focus(card);
  }
  // However a card was placed, its radio button has said so.
  /** @param {SortCard} card */
  function placed(card) {
    take(null);
    glide(cards.map((one) => one.element), () => { card.element.style.transform = ""; arrange(); });
    card.element.scrollIntoView({ block: "nearest" });
    announcer.say(fill(words.placed, { card: card.row.label, place: options[place(card)].text }));
    replies.show();
  }
  /** @param {SortCard} card @param {KeyboardEvent} event */
  function press(card, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { take(null); return; }
    const arrow = { ArrowDown: 0, ArrowRight: 0, ArrowUp: options.length - 1, ArrowLeft: options.length - 1 }[event.key];
    // From nowhere an arrow would go to the second group, as if the card stood in the first.
    const at = arrow !== undefined && place(card) < 0 ? arrow : Number(event.key) - 1;
    if (!(at in options)) return;
    event.preventDefault();
    choose(card, at);
  }
  /** @param {PointerEvent | null} at */
  const under = (at) => groups.findIndex(({ element }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return at && at.clientX >= left && at.clientX <= right && at.clientY >= top && at.clientY <= bottom;
  });

  const cards = spec.rows.map((row, i) => {
    const label = make("span", { id: newId() }, row.label), { mark, line } = replies.told[i];
    const radios = options.map((option) => make("input", { type: "radio", name: `${id}-${i}`, value: option.id,
      "aria-label": option.text, "aria-describedby": line.id }));
    const face = make("div", { role: "radiogroup", "aria-labelledby": label.id }, label, ...radios);
    const element = make("li", { class: "cl-move" }, makeGrip(), face, mark);
    const card = { row, radios, element };
    element.addEventListener("keydown", (event) => press(card, event));
    element.addEventListener("input", () => placed(card));
    makeDraggable(element, {
      move(x, y, event) {
        element.style.transform = `translate(${x}px, ${y}px)`;
        groups.forEach((group, at) => group.element.classList.toggle("cl-over-it", at === under(event)));
      },
      end(event) {
        const at = under(event);
        for (const group of groups) group.element.classList.remove("cl-over-it");
        if (at >= 0 && at !== place(card)) choose(card, at);
        else glide([element], () => { element.style.transform = ""; });
      },
      click({ target }) {
        if (target instanceof HTMLInputElement) return;   // a key pressed in it, or a screen reader
        focus(card);
        take(taken === card ? null : card);
      },
    });
    return card;
  });
  const board = make("div", { class: "cl-sort" }, tray.element, ...groups.map((group) => group.element));
  arrange();
  return {
    element: make("fieldset", { class: "cl-control" }, make("legend", { class: "cl-question" }, spec.question),
      make("p", { class: "cl-small" }, words.sort_how), board, ...replies.told.map(({ line }) => line), announcer.region),
    get,
    set: (value) => {
      for (const { row, radios } of cards) for (const radio of radios) radio.checked = radio.value === chosenIn(value)[row.id];
      arrange();
    },
    tell: replies.tell,
  };
}
