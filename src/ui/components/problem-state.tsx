import type { ComponentChildren } from "preact";

interface ProblemStateProps {
  title: string;
  /** What the reader can do about it. */
  text: string;
  children?: ComponentChildren;
}

/** Something could not be read or done. It looks unlike an empty state and is announced. */
export function ProblemState({ title, text, children }: ProblemStateProps) {
  return (
    <div class="state problem" role="alert">
      <p class="state-title">
        <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.8L15 14H1zM8 6.3v3.6M8 11.6v.4" />
        </svg>
        {title}
      </p>
      <p class="state-text">{text}</p>
      {children ? <div class="state-actions">{children}</div> : null}
    </div>
  );
}
