import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { problemWords } from "../../core/problem-words.ts";
import { type CardEvents, type ChoiceScope, choiceScopes } from "./card-face.ts";

interface NotThisOneProps {
  surface: string;
  name: string;
  onChoose: CardEvents["notThisOne"];
}

/** The three answers to "not this one" (R8): this page, this site, everywhere. What was chosen can be undone. */
export function NotThisOne({ surface, name, onChoose }: NotThisOneProps) {
  const [problem, setProblem] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), []);
  const choose = (scope: ChoiceScope) => {
    setProblem("");
    onChoose(scope).then(
      (kept) => kept || setProblem(i18n.t("card.not.refused")),
      (cause) => setProblem(problemWords(cause)),
    );
  };
  const question = i18n.t("card.not.question", [surface, name]);
  return (
    <fieldset>
      <legend>{question}</legend>
      <div class="buttons">
        {choiceScopes.map((scope, index) => (
          <button
            key={scope}
            type="button"
            ref={index === 0 ? first : undefined}
            onClick={() => choose(scope)}
          >
            {i18n.t(`card.not.${scope}`)}
          </button>
        ))}
      </div>
      <p class="by-line dim">{i18n.t("card.not.kept")}</p>
      {problem ? (
        <p role="alert" class="failed">
          {i18n.t("card.failed", [problem])}
        </p>
      ) : null}
    </fieldset>
  );
}
