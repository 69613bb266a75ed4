/** What a note or a file names in place of the dataset's version, where no dataset could be loaded. */
export const noVersion = "none";
