// @ts-check
// What a student typed and Python has not yet acknowledged; it survives a restart of the kernel and a reload.
const DRAFTS = "claimlab:";
/** @param {string} name */
function makeDraft(name) {
  const storage = () => { try { return window.sessionStorage; } catch { return null; } };   // a browser may forbid it
  return {
    /** @returns {Answer | null} */
    read() {
      try { return JSON.parse(storage()?.getItem(DRAFTS + name) ?? "null"); } catch { return null; }
    },
    /** @param {Answer} answer */
    keep(answer) {
      try { storage()?.setItem(DRAFTS + name, JSON.stringify(answer)); } catch { /* full: nothing to do */ }
    },
    drop() { storage()?.removeItem(DRAFTS + name); },
    dropAll() {
      for (const key of Object.keys(storage() ?? {})) if (key.startsWith(DRAFTS)) storage()?.removeItem(key);
    },
  };
}
