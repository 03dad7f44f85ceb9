import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../shared/inputError';
import type { OperationItem } from '../../../fields/item';
import { optionsCollection } from '../../../fields/options';
import { shownFor } from '../../../fields/shownFor';
import { split } from '../../../fields/split';
import { attachmentsProperty } from './attachments';
import { sentCardType } from './card';
import { markdownEditType, markdownType } from './markdown';
import { audioType, fileType, imageType, videoType } from './media';
import type { MessageType, OutgoingMessage } from './messageType';
import { richTextType } from './richText';
import { chatCardType, userCardType } from './share';
import { stickerType } from './sticker';
import { systemType } from './system';
import { textType } from './text';

/** What can be sent: every kind of message, in the order of its name. */
export const sendTypes: MessageType[] = [
	audioType,
	sentCardType,
	chatCardType,
	fileType,
	imageType,
	markdownType,
	richTextType,
	stickerType,
	systemType,
	textType,
	userCardType,
	videoType,
];

/** What a reply can be. */
export const replyTypes = sendTypes.filter(({ canReply = true }) => canReply);

/** What an edited message does not get: further parts, and files, which stay as they are. */
const ONLY_NEW = [split.property, attachmentsProperty];

/** What a message can become when it is edited: one message, so it is never split. */
export const editTypes: MessageType[] = [markdownEditType, richTextType, textType].map((type) => ({
	...type,
	options: type.options?.filter((option) => !ONLY_NEW.includes(option)),
}));

/** The entries of each type in Options, shown only for the types that have them. */
function optionsOf(types: MessageType[]): INodeProperties[] {
	const offered = [...new Set(types.flatMap(({ options = [] }) => options))];
	return offered.map((option) => {
		const owners = types.filter(({ options }) => options?.includes(option));
		const forType = { '/msgType': owners.map(({ value }) => value) };
		return { ...option, displayOptions: { show: { ...option.displayOptions?.show, ...forType } } };
	});
}

/**
 * Builds the fields for the content of a message: Message Type, the fields of each type, shown only
 * for it, and Options.
 *
 * @param types what the operation takes
 * @param ownOptions what else the operation has under Options
 */
export function contentProperties(
	types: MessageType[],
	ownOptions: INodeProperties[] = [],
): INodeProperties[] {
	return [
		{
			displayName: 'Message Type',
			name: 'msgType',
			type: 'options',
			noDataExpression: true,
			options: types.map(({ name, value, description }) => ({ name, value, description })),
			default: 'text',
		},
		...types.flatMap(({ value, properties }) => shownFor({ msgType: [value] }, properties)),
		optionsCollection([...optionsOf(types), ...ownOptions]),
	];
}

/**
 * Reads what an item is to send; uploads what has to be uploaded for it.
 *
 * @param types as for `contentProperties`
 * @returns the messages, in order; usually one
 * @throws InputError for a value that cannot be used
 */
export async function readMessages(
	item: OperationItem,
	types: MessageType[],
): Promise<OutgoingMessage[]> {
	const msgType = item.string('msgType');
	const type = types.find(({ value }) => value === msgType);
	if (!type) {
		throw new InputError(
			`Message Type cannot be "${msgType}"`,
			'Choose the Message Type from its list.',
		);
	}
	return [await type.read(item)].flat();
}
