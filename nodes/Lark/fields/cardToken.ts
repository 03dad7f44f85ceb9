import { InputError } from '../../shared/inputError';
import type { Field } from './field';

/**
 * The token of a card callback. The error does not show the value: with it, others could change the card.
 *
 * @see im-v1/message-card/uMDO1YjLzgTN24yM4UjN, token: c- and what follows
 */
export const cardToken: Field<string> = {
	property: {
		displayName: 'Token',
		name: 'cardToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.token }}',
		description: 'From the callback of the card, as Lark Trigger gives it',
	},
	read(item) {
		const token = item.string('cardToken').trim();
		if (/^c-[\w-]+$/.test(token)) return token;
		throw new InputError(
			token === '' ? 'Token is empty' : 'Token is not of a card callback: those start with c-',
			'Take it from the callback that Lark sends when somebody uses the card ({{ $json.token }}).',
		);
	},
};
