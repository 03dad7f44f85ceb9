import { LarkError } from '../../../contract/lark-error';
import type { Call } from '../../handler';
import type { Platform } from '../../platform';

/** @throws LarkError 232056 for an icon that another app has uploaded, or nobody */
export function assertOwnedImage({ app }: Call, { world }: Platform, key?: string): void {
	if (!key) return;
	const image = world.resource(key);
	const isOwn = image?.owner.type === 'app' && image.owner.appId === app.appId;
	if (!isOwn || image.kind !== 'image') throw new LarkError(232056);
}

/** @returns whether a text is an address with one of these schemes */
export const isAddress = (text: string | undefined, schemes = ['http:', 'https:']): boolean =>
	text !== undefined && URL.canParse(text) && schemes.includes(new URL(text).protocol);
