/** The parameter in a Test URL that has the request URL of before the test. */
const FORMER = 'former';

/** How the addresses of Lark Triggers end: n8n gives each trigger a UUID. */
const TRIGGER_PATH =
	/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\/(webhook|callback)\/?$/i;

/**
 * Whether an address leads to this n8n.
 *
 * @param ownUrl where this n8n's addresses begin, without a slash at the end
 */
export const isOwnUrl = (url: string, ownUrl: string): boolean =>
	ownUrl !== '' && `${url}/`.startsWith(`${ownUrl}/`);

/** Protocol and host of an address, which is all that is said of another server's. */
export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** An address without its query, by which two are compared. */
export const withoutQuery = (url: string): string => url.split('?')[0].replace(/\/$/, '');

/** Whether an address looks like that of a Lark Trigger. */
export const isTriggerUrl = (url: string): boolean => TRIGGER_PATH.test(withoutQuery(url));

/**
 * The address of a test which says what was there before. So the former one can be put back by whoever sees it: also
 * after n8n was killed, and by another process.
 *
 * @param former '' for none
 */
export function testUrlOver(testUrl: string, former: string): string {
	if (former === '') return testUrl;
	const url = new URL(testUrl);
	url.searchParams.set(FORMER, former);
	return url.href;
}

/**
 * Reads what was there before a test.
 *
 * @returns undefined when the address says nothing of that
 */
export const formerIn = (url: string): string | undefined =>
	(URL.canParse(url) && isTriggerUrl(url) && new URL(url).searchParams.get(FORMER)) || undefined;

/** The address at which pushes are to come when no test is going on: what a test has left is seen through. */
export const settledUrl = (url: string): string => formerIn(url) ?? url;
