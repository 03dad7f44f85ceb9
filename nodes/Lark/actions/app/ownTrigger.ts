import { isOwnUrl } from '../../../shared/requestUrl/address';
import { isPublishedUrl, publishedUrlsOf } from '../../../shared/requestUrl/publishedUrls';
import type { AppFacts } from '../../../shared/transport/caller';
import type { Wish } from './plan';
import type { Application } from './readSetup';

/**
 * Fills in the request URL where none was entered: that of a published Lark Trigger of the app in this process or, where
 * executions run in other processes, the one of this n8n that the app has already.
 */
export function withOwnTrigger<W extends Wish>(
	wish: W,
	{ consoleUrl: baseUrl, appId }: AppFacts,
	{ event }: Application,
	ownUrl: string,
): W {
	if (wish.requestUrl !== '' || wish.mode !== 'webhook') return wish;
	const current = event?.request_url ?? '';
	if (isPublishedUrl(current)) return { ...wish, requestUrl: current };
	const [trigger] = publishedUrlsOf({ baseUrl, appId });
	const inUse = isOwnUrl(current, ownUrl) ? current : '';
	return { ...wish, requestUrl: trigger?.events ?? inUse };
}
