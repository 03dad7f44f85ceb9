import { invalidParameter } from '../../checks';
import type { Call } from '../../handler';
import { isAddress } from '../chat/owned-image';

type Addresses = Partial<Record<'url' | 'android_url' | 'ios_url' | 'pc_url', string>>;

/** The buttons of a card or chat in a message list, under Lark's names (im-v2/app_feed_card/create.md). */
export interface GivenButtons {
	buttons: Array<{
		action_type: 'url_page' | 'webhook';
		text: { text: string };
		multi_url?: Addresses;
	}>;
}

/** @throws LarkError 230001 for an address without https, and for a link without an address */
export function assertButtons({ endpoint }: Call, given?: GivenButtons): void {
	for (const { action_type, multi_url = {} } of given?.buttons ?? []) {
		const addresses = Object.values(multi_url);
		const isLinked = action_type !== 'url_page' || addresses.length > 0;
		if (!isLinked || !addresses.every((address) => isAddress(address, ['https:']))) {
			throw invalidParameter(endpoint, 'invalid multi_url');
		}
	}
}
