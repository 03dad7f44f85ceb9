import { LarkError } from '../../../contract/lark-error';
import type { App } from '../../../world/types';

interface SecurityEntries {
	redirect_urls?: string[];
	allowed_ips?: string[];
}

/** What Security Settings take of the request; the lists for web apps are checked by the contract and left. */
export interface Security {
	add?: SecurityEntries;
	remove?: SecurityEntries;
	allow_refresh_token?: boolean;
}

/**
 * Changes Security Settings. The lists take effect at once, the refresh of user tokens with a version.
 *
 * @throws LarkError 210031 for a redirect URL that is no address
 */
export function changeSecurity(app: App, { add, remove, allow_refresh_token }: Security): void {
	const bad = add?.redirect_urls?.find((url) => !URL.canParse(url));
	if (bad !== undefined) throw new LarkError(210031, { ext: `${bad} is no URL` });
	app.redirectUrls = changed(app.redirectUrls, add?.redirect_urls, remove?.redirect_urls);
	const { console } = app;
	console.allowedIps = changed(console.allowedIps, add?.allowed_ips, remove?.allowed_ips);
	if (allow_refresh_token !== undefined) console.draft.refreshesUserTokens = allow_refresh_token;
}

function changed(list: string[], added: string[] = [], removed: string[] = []): string[] {
	return [...new Set([...list.filter((entry) => !removed.includes(entry)), ...added])];
}
