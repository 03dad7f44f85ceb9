import { switchOption } from './field';
import type { ItemParameters } from './item';

/** Whether cards are read with their JSON. */
export const cardsAsSent = switchOption({
	displayName: 'Cards as Sent',
	name: 'cardsAsSent',
	type: 'boolean',
	default: true,
	description: 'Whether cards come with their whole JSON instead of only their title and texts',
});

/** The query field for Cards as Sent (im-v1/message/get-message, card_msg_content_type). */
export const cardContentType = (item: ItemParameters): string | undefined =>
	cardsAsSent.read(item) ? 'user_card_content' : undefined;
