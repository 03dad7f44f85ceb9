import type { Resource } from '../operation';
import { cardAddElement } from './addElement.operation';
import { cardBatchUpdate } from './batchUpdate.operation';
import { cardCreate } from './create.operation';
import { cardDeleteElement } from './deleteElement.operation';
import { cardGetId } from './getId.operation';
import { cardStreamText } from './streamText.operation';
import { cardUpdate } from './update.operation';
import { cardUpdateElement } from './updateElement.operation';
import { cardUpdateSettings } from './updateSettings.operation';

export const cardResource: Resource = {
	name: 'Card',
	value: 'card',
	operations: [
		cardCreate,
		cardStreamText,
		cardUpdate,
		cardUpdateSettings,
		cardAddElement,
		cardUpdateElement,
		cardDeleteElement,
		cardBatchUpdate,
		cardGetId,
	],
};
