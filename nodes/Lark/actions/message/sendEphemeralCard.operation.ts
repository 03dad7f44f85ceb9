import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { chatProperty, checkChatId } from '../common/chat';
import { recogniseUserIds } from '../common/userIds';
import type { Operation } from '../operation';
import { cardProperties, readCardObject } from './content/cardAlone';

type Viewer = Partial<Record<'open_id' | 'user_id' | 'email', string>>;

/** The endpoint is not in the SDK; typed by im-v1/message-card/uETOyYjLxkjM24SM5IjN. */
type SendEphemeral = (payload?: {
	data: Viewer & { chat_id: string; msg_type: 'interactive'; card: IDataObject };
}) => Promise<{ data?: { message_id: string } }>;

const viewerProperty: INodeProperties = {
	displayName: 'Visible To',
	name: 'viewer',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
	description: 'The person who sees the card: an open_id (ou_), user_id or email address',
};

/** POST /open-apis/ephemeral/v1/send, im-v1/message-card/uETOyYjLxkjM24SM5IjN; card is an object. */
export const sendEphemeralCard: Operation = {
	name: 'Send Ephemeral Card',
	value: 'sendEphemeralCard',
	action: 'Send an ephemeral card',
	description:
		'Show a card to one person in a Lark group. It comes without a notification, and nobody else sees it. Not protected against sending twice.',
	properties: [chatProperty, viewerProperty, ...cardProperties()],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const viewer = recogniseViewer(item.string('viewer').trim());
		return await item.lark.call<SendEphemeral>({
			method: 'POST',
			url: '/open-apis/ephemeral/v1/send',
			body: { chat_id, ...viewer, msg_type: 'interactive', card: readCardObject(item) },
		});
	},
};

function recogniseViewer(value: string): Viewer {
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return { email: value };
	const { user_id_type, ids } = recogniseUserIds('Visible To', value ? [value] : []);
	if (user_id_type !== 'union_id') return { [user_id_type]: ids[0] };
	throw new InputError(
		`Visible To cannot be the union_id "${value}"`,
		"Enter the person's open_id (ou_...), user_id or email address.",
	);
}
