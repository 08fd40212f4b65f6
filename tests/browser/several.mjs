// What a desk says again and again: a template, begun with it the answers to several concerns at one
// time, each with a sentence of its own, and the template is removed again.
import { signInAs } from "./answers.mjs";
import { Person } from "./person.mjs";

const COMMON = "The council's lighting team goes round here every Monday evening.";
/** What is so at one place of several. */
function ownSentence(i) {
  return `Lamp ${i + 1} of this round was mended and is lit.`;
}

/** A name that is not yet taken, kept with its sentence. */
async function writeTemplate(desk, name) {
  await desk.goto("/desk/concerns");
  await desk.press("Templates");
  await desk.press("Keep this template"); // empty: all errors at once
  await desk.expect("There is a problem");
  await desk.write("Name", name);
  await desk.choose("Done");
  await desk.write("What holds for all of them", COMMON);
  await desk.press("Keep this template");
  await desk.expect("The template is kept.");
}

/** Tries to answer with none chosen, then chooses until the form takes at least two. */
async function chooseSeveral(desk) {
  await desk.goto("/desk/concerns?state=open");
  await desk.press("Answer the chosen ones at one time"); // none is chosen
  await desk.expect("Choose concerns that can be answered.");
  // The form takes those that the public sees as closely as the first one.
  for (let first = 0; first < 20; ++first) {
    await desk.goto("/desk/concerns?state=open");
    const boxes = await desk.page.locator("input[name=concern]").all();
    for (const box of boxes.slice(first, first + 6)) {
      await box.check();
    }
    await desk.press("Answer the chosen ones at one time");
    if ((await ownFields(desk).count()) > 1) {
      return;
    }
  }
  throw new Error("no two concerns can be answered at one time");
}

/** The fields for what is so at each place. */
function ownFields(desk) {
  return desk.page.locator("textarea[name^='own-']");
}

async function publishThem(desk) {
  await desk.press("Publish these answers"); // no place has its sentence
  await desk.expect("There is a problem");
  const fields = await ownFields(desk).all();
  const faults = await desk.page.locator(".govuk-error-summary a[href^='#own-']").count();
  if (faults !== fields.length) {
    throw new Error(`${faults} of ${fields.length} empty sentences are told of`);
  }
  await fields[0].fill(ownSentence(0));
  await desk.press("Publish these answers"); // one has its own: it is kept
  if ((await ownFields(desk).first().inputValue()) !== ownSentence(0)) {
    throw new Error("what was typed is lost");
  }
  const names = await ownFields(desk).evaluateAll((all) => all.map((field) => field.name));
  for (const [i, name] of names.entries()) {
    await desk.page.locator(`[name=${name}]`).fill(ownSentence(i));
  }
  await desk.press("Publish these answers");
  await desk.expect(`${names.length} answers are public.`);
  return names.map((name) => name.replace("own-", ""));
}

/** Gives the template another name; its form keeps what was typed where something is wrong. */
async function changeTemplate(desk, name) {
  await desk.goto("/desk/templates");
  await desk.press(name);
  await desk.write("Name", `${name}, again`);
  await desk.write("What holds for all of them", "Soon.");
  await desk.press("Keep this template");
  await desk.expect("There is a problem");
  await desk.write("What holds for all of them", COMMON);
  await desk.press("Keep this template");
  await desk.expect("The template is kept.");
}

/** @returns what is wrong with the pages that were seen */
export async function severalAnswers(browser, options) {
  const desk = await Person.arrive(browser, "desk", options);
  const name = options.javaScript ? "Lamps, mended" : "Lamps, mended by the council";
  await signInAs(desk, "Desk");
  await writeTemplate(desk, name);
  await chooseSeveral(desk);
  await desk.page.getByLabel("Begin with a template").selectOption({ label: name });
  await desk.press("Use this template");
  if ((await desk.page.getByLabel("What holds for all of them").inputValue()) !== COMMON) {
    throw new Error("the template does not begin the answers");
  }
  const answered = await publishThem(desk);
  for (const [i, concern] of answered.entries()) {
    await desk.goto(`/desk/concerns/${concern}`);
    await desk.expect(`${ownSentence(i)} ${COMMON}`);
  }
  await changeTemplate(desk, name);
  await desk.press(`Remove ${name}, again`);
  await desk.expect("The template is gone.");
  return desk.faults;
}
