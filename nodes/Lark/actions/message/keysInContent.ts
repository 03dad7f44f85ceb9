import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/objects';

/**
 * What is in the content of a message beside text: keys of images and files, IDs, durations. A card is
 * given whole where the user has asked for it, and not at all otherwise.
 *
 * @param content as JSON; a text is a content without keys
 * @param isCardWanted whether the user has chosen a form for cards
 * @returns the keys, or undefined when there are none
 * @see im-v1/message/message-content-description/message_content
 */
export function contentKeys(
	msg_type: string,
	content: IDataObject | string,
	isCardWanted: boolean,
): IDataObject | undefined {
	if (!isObject(content)) return undefined;
	if (msg_type === 'interactive') return isCardWanted ? content : undefined;
	const keys = Object.entries(content).filter(
		([name, value]) => !['text', 'title'].includes(name) && typeof value !== 'object',
	);
	return keys.length > 0 ? Object.fromEntries(keys) : undefined;
}
