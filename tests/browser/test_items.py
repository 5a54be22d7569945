"""Practice items in a real JupyterLab: replies, hints, drafts, clearing, and a kernel that was restarted."""

from __future__ import annotations

from playwright.sync_api import expect

from claimlab.display.words import WORDS
from claimlab.explorers.view import Explorer
from lab import Notebook


def test_answers_get_their_replies(notebook: Notebook) -> None:
    face = notebook.face("Number")
    face.control("Why?").fill("I guess <i>so</i>")
    face.answer("number?", "11")
    expect(face.reply).to_have_text(f"{WORDS['not_yet']} Not 11: count again.Kept on this computer.")
    face.answer("number?", "12")
    expect(face.reply).to_contain_text(f"{WORDS['right']} Twelve it is.")
    face.answer("number?", "crash")
    expect(face.reply).to_contain_text("a mistake of ours")
    hint = face.root.get_by_role("button", name=WORDS["hint"])
    hint.press("Enter")
    expect(face.root.get_by_role("listitem")).to_have_text(["Hint number 1."])
    face.root.get_by_role("button", name=WORDS["next_hint"]).press("Enter")
    expect(face.root.get_by_role("listitem")).to_have_text(["Hint number 1.", "Hint number 2."])
    expect(face.root.get_by_role("button", name=WORDS["no_more_hints"])).to_be_focused()


def test_every_kind_of_item_answers(notebook: Notebook) -> None:
    choice = notebook.face("Choice")
    choice.control("1").focus()
    notebook.page.keyboard.press("ArrowDown")
    notebook.page.keyboard.press("Enter")
    expect(choice.reply).to_contain_text("Twelve it is.")
    expect(choice.control("<b>all</b>")).to_be_visible()
    slider = notebook.face("Slider")
    slider.press("slider?", *["ArrowRight"] * 12)
    expect(slider.root.locator(".cl-value")).to_have_text("12")
    for name in ("Slider", "Text"):
        if name == "Text":
            notebook.face(name).control("text?").fill("12")
        notebook.face(name).root.get_by_role("button", name="Send").press("Enter")
        expect(notebook.face(name).reply).to_contain_text("Twelve it is.")
    notebook.face("Line").answer("line?", "12")
    expect(notebook.face("Line").reply).to_contain_text("Twelve it is.")


def test_remarks_on_a_written_text_stand_before_the_reply_and_the_model_is_folded(notebook: Notebook) -> None:
    face = notebook.face("Written")
    face.control("written?").fill("1,665 <b>")
    face.root.get_by_role("button", name="Send").press("Enter")
    expect(face.root.get_by_role("listitem")).to_have_text(["Good: it is there.", "“1,665 <b>”: of what?"])
    expect(face.reply).to_contain_text("Read it.")
    model = face.root.get_by_text("1,665 <i>arrests</i>")
    expect(model).not_to_be_visible()
    face.root.get_by_text(WORDS["model"]).click()
    expect(model).to_be_visible()
    assert face.root.locator(".cl-remarks").evaluate("(list) => list.compareDocumentPosition(list.nextSibling)") == 4


def test_words_are_counted_while_they_are_typed(notebook: Notebook) -> None:
    face = notebook.face("Headline")
    field = face.control("headline?")
    told = WORDS["words"].format
    expect(field).to_have_accessible_description(told(count=1, most=3))
    field.press("End")
    field.press_sequentially(" – two ")  # a dash is no word, and a space begins none
    expect(field).to_have_accessible_description(told(count=2, most=3))
    field.press_sequentially("1,665 four")
    over = WORDS["words_over"].format(count=4, most=3, over=1)
    expect(face.root.get_by_text(over).first).to_be_visible()
    expect(field).to_have_accessible_description(over)
    expect(face.root.locator("[aria-live=polite].cl-hidden")).to_have_text(over)  # spoken once, as it is too long now
    face.answer("headline?", "One – two 1,665 four")
    expect(face.reply).to_contain_text("Not One – two 1,665 four")


def test_a_letter_opens_with_its_text_and_takes_changes(notebook: Notebook) -> None:
    face = notebook.face("Letter")
    expect(face.control("letter?")).to_have_value("Dear office,\n1. How many?")
    expect(face.reply).to_be_empty()
    face.control("letter?").fill("Dear office,\n1. How many people?")
    face.root.get_by_role("button", name="Send").press("Enter")
    expect(face.reply).to_contain_text("1. How many people?")


def test_rows_that_are_not_marked_say_neither_right_nor_wrong(notebook: Notebook) -> None:
    face = notebook.face("Unmarked")
    face.card("Unit", "yes").check()
    face.root.get_by_role("button", name="Send").press("Enter")
    expect(face.reply).to_contain_text("{'unit': 'yes'}")
    expect(face.root.locator(".cl-row-mark")).to_be_empty()


def test_clearing_asks_twice_and_drops_the_drafts_once_it_is_done(notebook: Notebook) -> None:
    notebook.face("Text").control("text?").fill("unsent")
    drafts = "Object.keys(sessionStorage).filter((key) => key.startsWith('claimlab:'))"
    stuck = notebook.face("Read-Only")
    stuck.root.get_by_role("button", name="Clear in vain").press("Enter")
    stuck.root.get_by_role("button", name=WORDS["clear_yes"]).press("Enter")
    expect(stuck.reply).to_contain_text("may only be read")
    assert notebook.page.evaluate(drafts) == ["claimlab:dummy:text"]
    face = notebook.face("Clear")
    face.root.get_by_role("button", name="Clear my work").press("Enter")
    expect(face.root.get_by_role("button", name=WORDS["clear_no"])).to_be_focused()
    assert notebook.page.evaluate(drafts)
    face.root.get_by_role("button", name=WORDS["clear_yes"]).press("Enter")
    expect(face.reply).to_have_text("Everything is removed.")
    assert notebook.page.evaluate(drafts) == []


def test_a_restart_is_told_and_loses_nothing(notebook: Notebook, pure: Explorer) -> None:
    explorer, item = notebook.face("Dummy explorer"), notebook.face("Text")
    explorer.press("Count", "ArrowRight")
    explorer.expect_view(pure.view(count=6))
    notebook.face("Line").answer("line?", "sent")
    expect(notebook.face("Line").reply).to_contain_text("Not sent")
    item.control("text?").fill("a long thought")
    notebook.restart()
    expect(explorer.notice).to_have_text(WORDS["lost"])
    expect(item.notice).to_have_text(WORDS["lost_answer"])
    item.root.get_by_role("button", name="Send").press("Enter")
    expect(item.notice).to_have_text(WORDS["lost_answer"])
    explorer.press("Count", "ArrowLeft")
    explorer.expect_view(pure.view())  # what was seen before still works
    notebook.run_all()
    explorer.expect_view(pure.view())
    expect(explorer.notice).to_have_text("")
    expect(item.control("text?")).to_have_value("a long thought")
    expect(item.notice).to_have_text(WORDS["draft"])
    expect(notebook.face("Line").control("line?")).to_have_value("")  # acknowledged: it was no draft any more
    item.root.get_by_role("button", name="Send").press("Enter")
    expect(item.reply).to_contain_text("Not a long thought")


def test_a_draft_goes_only_when_python_says_kept(notebook: Notebook) -> None:
    draft = "sessionStorage.getItem('claimlab:dummy:text')"
    field, send = notebook.face("Text").control("text?"), notebook.face("Text").root.get_by_role("button", name="Send")
    for typed, told, is_kept in (("unwritten", "The disk is full.", False), ("crash", "a mistake of ours", False),
                                 ("a thought", "Kept on this computer.", True)):  # fmt: skip
        field.fill(typed)
        send.press("Enter")
        expect(notebook.face("Text").reply).to_contain_text(told)
        assert (notebook.page.evaluate(draft) is None) == is_kept, typed
    field.fill("unwritten")
    send.press("Enter")
    expect(notebook.face("Text").reply).to_contain_text("The disk is full.")
    notebook.restart()
    notebook.run_all()
    expect(notebook.face("Text").control("text?")).to_have_value("unwritten")
    expect(notebook.face("Text").notice).to_have_text(WORDS["draft"])


def test_rows_come_back_to_their_own_rows(notebook: Notebook) -> None:
    face = notebook.face("Several")
    expect(face.card("Two", "b")).to_be_checked()
    expect(face.card("One").get_by_role("radio", checked=True)).to_have_count(0)
    face.card("One", "a").check()
    notebook.restart()
    notebook.run_all()
    expect(face.card("One", "a")).to_be_checked()
    expect(face.card("Two", "b")).to_be_checked()
    expect(face.notice).to_have_text(WORDS["draft"])


def test_what_is_typed_over_a_kept_answer_is_not_called_kept(notebook: Notebook) -> None:
    face = notebook.face("Number")
    face.answer("number?", "12")
    said = face.reply.get_by_text("Kept on this computer.")
    expect(said).to_be_visible()
    face.control("number?").press_sequentially("3")
    expect(said).to_be_hidden()
    face.root.get_by_role("button", name=WORDS["hint"]).press("Enter")
    expect(face.root.get_by_role("listitem")).to_have_text(["Hint number 1."])
    expect(said).to_be_hidden()
    face.answer("number?", "13")
    expect(said).to_be_visible()
