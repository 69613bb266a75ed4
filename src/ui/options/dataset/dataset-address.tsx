import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { readUpdateAddress } from "../../../core/dataset/update-address.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { UpdateState } from "../../../messaging/protocol.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";

interface DatasetAddressProps {
  updates: UpdateState;
  /** The address is another, and what is shown of it is to be drawn anew. */
  onChanged(): Promise<void>;
}

/** The one address that is asked for newer datasets, to be seen and changed. */
export function DatasetAddress({ updates: { address, ownAddress }, onChanged }: DatasetAddressProps) {
  const api = useApi();
  const [typed, setTyped] = useState(address);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Changed elsewhere.
  useEffect(() => setTyped(address), [address]);

  /** @param updateAddress empty: the dataset's own. */
  const save = async (updateAddress: string) => {
    await api.call("ui.saveSettings", { updateAddress });
    // As it is kept; where it is the one of before, nothing else would draw it anew.
    setTyped(updateAddress || ownAddress);
    await onChanged();
    setSaid(i18n.t(updateAddress ? "dataset.address.saved" : "dataset.address.isOwn"));
  };
  const failed = (cause: unknown) => setProblem(problemWords(cause));
  const begin = () => {
    setProblem(null);
    setSaid("");
  };
  const backToOwn = () => {
    begin();
    // The button goes with what it was for; the focus stays beside it.
    void save("").then(() => button.current?.focus(), failed);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    begin();
    const read = readUpdateAddress(typed);
    if ("problem" in read) {
      if (read.problem === "none") return void save("").catch(failed);
      return setProblem(i18n.t(`dataset.address.${read.problem}`));
    }
    // Nothing may be awaited before: browsers ask only while the click is being handled.
    api
      .requestOrigins([read.access])
      .then(async (granted) => {
        if (!granted) return setProblem(i18n.t("dataset.address.refused"));
        await save(read.url === ownAddress ? "" : read.url);
      })
      .catch(failed);
  };
  return (
    <>
      <form class="add-site" onSubmit={submit}>
        <Field
          label={i18n.t("dataset.address.label")}
          value={typed}
          onInput={setTyped}
          placeholder={i18n.t("dataset.address.example")}
          hint={i18n.t("dataset.address.hint")}
          problem={problem}
        />
        <Button type="submit" buttonRef={button}>
          {i18n.t("dataset.address.save")}
        </Button>
      </form>
      <p role="status" class="field-hint">
        {said}
      </p>
      {ownAddress && address !== ownAddress ? (
        <p>
          <Button onClick={backToOwn}>{i18n.t("dataset.address.own")}</Button>
        </p>
      ) : null}
    </>
  );
}
