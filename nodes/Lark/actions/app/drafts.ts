/**
 * The apps whose draft has changes of Set Up that no version has got, because publishing was off or failed. Of most of
 * them Lark would not tell. Known until the process ends.
 */
const waiting = new Set<string>();

/** Notes that Set Up has changed the draft of an app, or that a version has it now. */
export function noteDraft(appId: string, isAhead: boolean): void {
	if (isAhead) waiting.add(appId);
	else waiting.delete(appId);
}

/** Whether an earlier run has left changes in the draft of an app. */
export const isDraftWaiting = (appId: string): boolean => waiting.has(appId);
