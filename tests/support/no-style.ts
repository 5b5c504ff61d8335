/** Stands for every style sheet where no browser runs. */
export const noStyle = {};
