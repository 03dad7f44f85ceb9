/** A link preview that an app was asked for. */
export interface UrlPreview {
	token: string;
	appId: string;
	/** Whom it was shown anew, under Lark's names; everybody without `open_ids`. */
	updates: Array<{ time: number; open_ids?: string[] }>;
}

/** Every preview may be updated once in this time (im-v1/url_preview/batch_update.md). */
const PAUSE_MS = 5_000;

/** The link previews that apps were asked for, by the token of the callback. */
export class UrlPreviews {
	private readonly previews = new Map<string, UrlPreview>();

	/** An app is asked for a preview. */
	asked(token: string, appId: string): void {
		if (!this.of(token, appId)) this.previews.set(token, { token, appId, updates: [] });
	}

	/** @returns undefined for a token that the app was not given */
	of(token: string, appId: string): UrlPreview | undefined {
		const preview = this.previews.get(token);
		return preview?.appId === appId ? preview : undefined;
	}
}

/** @returns for how long the preview cannot be updated yet, in milliseconds */
export function pauseOf({ updates }: UrlPreview, now: number): number {
	const last = updates.at(-1);
	return last ? Math.max(0, last.time + PAUSE_MS - now) : 0;
}
