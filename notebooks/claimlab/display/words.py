"""The fixed sentences and labels of explorers and items, in a notebook and in the saved file."""

from __future__ import annotations

from ..exercises import marking, my_work

GATE = "Answer the question above first; then the figures open here."
CLEARED = (
    "All kept answers are removed from this computer. They stay in sight on open pages until you run those again "
    "(Run menu, Run All Cells)."
)
MY_WORK = (
    "Everything you have predicted, answered and written in these notebooks, on one page: to read, print and keep."
)
DOWNLOADED = "my_work.html is among your downloads; open it there to read or print it."
INCOMPLETE = "So this page is not whole: it has only what was answered here since and could not be kept."
LOADED = (
    "Answers added: {added} of {all}; nothing newer of yours was replaced. To see them in their places, run each "
    "notebook from the top (Run menu, Run All Cells)."
)
UNMARKED = "It could not be marked: {problem}"
UNFIT = "The answer to this question is not among its options on this story. Go on to the next cell."
GONE = "What you had answered is not offered any more: “{gone}”. Choose again."
STORY = "The story of this page: {title}"
CHOOSE_STORY = "Use this story"
STORY_CHOSEN = (
    "Chosen for every page: {title}. Now run this page again: Run menu, Restart Kernel and Run All Cells; say Restart, "
    "and go back to the top. No answer is lost: they are kept for each story by itself."
)
STORY_NOT_KEPT = (
    'The choice could not be kept ({problem}) For this page, write open_lesson("{notebook}", "{story}") in the first '
    "cell and run it again."
)
OTHER_STORY = "The story {story}, which was chosen, cannot be read, so the page shows another. {problem}"
LOADED_BEFORE = "All {all} answers of this page are here already; nothing was changed."

WAY = {
    "page": "Page {number} of {of}",
    "answered": "{done} of {of} questions answered",
    "listed": "{done} answered",
    "begin": "Begin with the first question: {tag}",
    "go_on": "Go on where you left off: {tag}",
    "next": "Next page: {title}",
    "last": "This is the last page.",
    "pages": "All pages",
    "open": "Still open on this page:",
}
"""What stands at the top and at the end of a page."""

WORDS = {
    # explorers and items
    "busy": "Python has not answered yet. It may be busy with another cell; wait a moment.",
    "lost": "Python was stopped or restarted. To go on, run the cells from the top again (Run menu, Run All Cells).",
    "lost_answer": "Python was stopped or restarted, so this answer was not sent. What you typed is kept: "
    "run the cells from the top again (Run menu, Run All Cells), then send it.",
    "failed": "Nothing to show for this setting: {problem}",
    "failed_answer": "Something went wrong here: {problem}",
    # explorers
    "choose": "choose …",
    "only_if": "Switched off: it matters only when “{label}” is “{text}”.",
    "not_if": "Switched off: it changes nothing while “{label}” is “{text}”.",
    "description": "The picture in words",
    "in_sentences": "The same in sentences",
    "opened": "The explorer is open.",
    "handle": "{label}, in the picture",
    "marks": "The marks of the picture",
    "point": "Point at a mark in the picture, or tap it: what it is stands here.",
    "undo": "Undo",
    "reset": "Start again",
    "skip": "Skip, show it now",
    "prediction": "Your prediction",
    # items
    "right": marking.RIGHT,
    "not_yet": marking.NOT_YET,
    "changed": "Changed since the last check.",
    "sort_how": "Drag each card to its place, or tap a card and then its place. By keyboard: Tab, then a number.",
    "unplaced": "Not placed yet",
    "taken": "{card}: taken. Now tap its place.",
    "placed": "{card}: {place}",
    "order_how": "Drag a card up or down, or use its buttons.",
    "up": "Up",
    "down": "Down",
    "hint": "Show a hint",
    "next_hint": "Show the next hint",
    "no_more_hints": "No more hints",
    "hints": "Hints",
    "wall_code": "Code for the class wall: {code}",
    "copy": "Copy",
    "copied": "Copied.",
    "show_solution": "Show me",
    "solution": "Solution",
    "model": "A model answer, to compare with yours",
    "words": "{count} of at most {most} words",
    "words_over": marking.WORDS_OVER,
    "draft": "This is what you had typed; it has not been sent yet.",
    "clear_sure": "This removes all your predictions and answers from this computer. Are you sure?",
    "clear_yes": "Yes, remove them",
    "clear_no": "No, keep them",
    "show_work": "Show my work",
    "hide_work": "Hide my work",
    "download_work": "Download my work",
    "stories": "Another story, for every page:",
    "load_work": "Load a page of My work that you downloaded before",
    "my_work": "My work",
    "too_large": my_work.TOO_LARGE,
    "unread": "This file could not be read. Choose the file you downloaded here.",
    # the saved forms (no Python running)
    "saved_predict": "Predict first, then open",
    "saved_explorer": "To move the controls, run the cells from the top (Run menu, Run All Cells). They stand at:",
    "saved_item": "To answer, run the cells from the top (Run menu, Run All Cells).",
    "saved_story": "To choose another, run the cell above, then open the line that names the story.",
    "saved_fold": "{tag}: open, or run the page",
    "saved_my_work": "For the buttons, run the cells from the top (Run menu, Run All Cells).",
}
"""The fixed sentences and labels of the faces."""

DESK = {
    "title": "The claim desk",
    "saved": "Run this cell to paste a text of your own.",
    "paste": "Paste the text of one article",
    "count": "How many numbers that count or measure something do you find in it? Count before you look.",
    "counted": "figures",
    "show": "Show the figures",
    "load": "Or load a table made in a spreadsheet, saved as CSV or Unicode text",
    "table": "{found} rows. Look at each.",
    "again": "Another text",
    "text": "The text. Choose a figure in it.",
    "found": "You counted {own}. The reader found {found}. Which of them did one of you miss?",
    "found_alone": "The reader found {found}. It knows words, not sense: look at each.",
    "figure": "“{printed}”: figure {number} of {of}",
    "not_said": "not said",
    "no_part": "none of its own",
    "read": "Read from: “{words}”",
    "no_figure": "This is no figure",
    "is_figure": "It is a figure after all",
    "next": "Next figure",
    "problems": "To be mended",
    "none": "Nothing is missing or odd in what is kept.",
    "alive": "Come alive: {explorers}, and {asks} questions of the pages.",
    "none_alive": "Nothing has come alive yet. Two counts of one thing, each with its months, open most.",
    "more": "One more figure",
    "save": "Keep as a story",
    "failed": "That did not work: {problem}",
    "lost": "Python was stopped or restarted. Run this cell again; paste the text anew.",
}
"""The claim desk."""

FIELD_LABELS = {
    "kind": "What sort of figure is it?",
    "unit": "What does it count, for many of them?",
    "hedge": "How exactly is it put?",
    "period_start": "First month counted, as 2022-10",
    "period_end": "Last month counted, as 2023-09",
    "period_printed": "What the text says of the time",
    "speaker": "Who says so?",
    "place": "Where?",
    "stock_or_flow": "At one time, or over a length of time?",
    "part": "Which part does it play in the lessons?",
}
"""What the desk asks of each figure."""

PART_LABELS = {"earlier_count": "the earlier of two counts", "later_count": "the later of two counts"}
"""Which of two counts is the earlier one, as the desk asks it."""

WALL = {
    "question": "Question",
    "codes": "Codes",
    "paste": "Paste a whole chat with codes in it, or a tally of hands such as 20: 5, 30: 8",
    "reveal": "Show the answer too",
    "bars": "Predictions of the class",
    "answer": "The answer",
    "no_answer": "This question has no answer to hold it against: see its page.",
    "saved": "Run the cells of this page to paste the codes of a class.",
}
"""The class wall."""
