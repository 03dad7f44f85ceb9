import type { Resource } from '../operation';
import { feedCardCreate } from './create.operation';
import { feedCardDelete } from './delete.operation';
import { feedCardPinOnTop } from './pinOnTop.operation';
import { feedCardUpdate } from './update.operation';
import { feedCardUpdateChatButtons } from './updateChatButtons.operation';

export const feedCardResource: Resource = {
	name: 'Feed Card',
	value: 'feedCard',
	operations: [
		feedCardCreate,
		feedCardDelete,
		feedCardPinOnTop,
		feedCardUpdate,
		feedCardUpdateChatButtons,
	],
};
