// @ts-check
// Items that are no questions: clearing the answers, and choosing the story.

// Clearing asks twice. Drafts go only when Python says that the answers are gone.
/** @param {FormParts} parts @returns {Form} */
function clearForm({ spec, post, draft }) {
  const { words } = spec;
  const first = make("button", { type: "button", onclick: () => ask(true) }, spec.button);
  const clear = () => { post({ clear: true }); ask(false); };
  const yes = make("button", { type: "button", class: "cl-quiet", onclick: clear }, words.clear_yes);
  const no = make("button", { type: "button", onclick: () => ask(false) }, words.clear_no);
  const sure = make("p", { id: newId() }, words.clear_sure);
  const second = make("div", { role: "group", "aria-labelledby": sure.id, hidden: true,
    onkeydown: (event) => { if (event.key === "Escape") ask(false); } },
  sure, make("div", { class: "cl-buttons" }, no, yes));
  /** @param {boolean} open */
  function ask(open) {
    second.hidden = !open;
    first.hidden = open;
    (open ? no : first).focus();
  }
  return {
    element: make("div", {}, make("p", { class: "cl-question" }, spec.question), first, second),
    receive({ cleared }) { if (cleared) draft.dropAll(); },
  };
}

// Which story the page is about: folded, for most keep the one they have.
/** @param {FormParts} parts @returns {Form} */
function storyForm(parts) {
  const form = answerForm({ ...parts, spec: { ...parts.spec, kind: "choice", question: parts.spec.words.stories } });
  return { ...form, element: make("details", {}, make("summary", {}, parts.spec.question), form.element) };
}
