/** A block of code in Markdown, between two lines of ``` or ~~~. */
export interface Fence {
	indent: string;
	/** What opened it, e.g. ```; as many or more of the same close it. */
	marker: string;
	/** The first word after the marker, or ''. */
	language: string;
}

const OPENING = /^( {0,3})(`{3,20}(?!`)(?=[^`]*$)|~{3,20}(?!~))(.*)$/;

/** What a line starts with that opens or closes a fence. */
export const FENCE_MARKER = /^ {0,3}(?:```|~~~)/;

/** @returns the fence that a line opens, undefined if it opens none */
export function opensFence(line: string): Fence | undefined {
	const [, indent, marker, info] = OPENING.exec(line) ?? [];
	if (marker === undefined) return undefined;
	return { indent, marker, language: /^[\w+#.-]{1,40}/.exec(info.trimStart())?.[0] ?? '' };
}

/** Whether a line closes the fence. */
export function closesFence(line: string, { marker }: Fence): boolean {
	const text = line.trim();
	return (
		FENCE_MARKER.test(line) &&
		text.length >= marker.length &&
		text === marker[0].repeat(text.length)
	);
}

/** The fence after one more line: the same, a new one, or none. */
export function fenceAfter(line: string, fence: Fence | undefined): Fence | undefined {
	if (!fence) return opensFence(line);
	return closesFence(line, fence) ? undefined : fence;
}
