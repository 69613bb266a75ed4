import { i18n } from "#i18n";
import { Dialog } from "./dialog.tsx";

/** Keys as the list, the detail and the page have them. */
const keys = [
  ["/", "search"],
  ["↑ ↓", "move"],
  ["Enter", "open"],
  ["Escape", "back"],
  ["Space", "select"],
  ["Shift ↑ ↓", "range"],
  ["Ctrl A", "all"],
  ["Delete", "delete"],
  ["Ctrl Z", "undo"],
] as const;

/** What the keyboard can do in the library. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={i18n.t("library.keys.title")} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{i18n.t(`library.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
