import type { IDataObject } from 'n8n-workflow';

import type { Question } from './question';

/** The name of the field for the reason of a decline. */
export const REASON_FIELD = 'reason';

/** What a button of a card says is pressed. */
export const PRESSED = 'answer';

/** Which of the ways to answer a button stands for. */
export type Pressed = 'approve' | 'decline' | 'choose' | 'submit';

/** The answer that a button of this question stands for; undefined for one that it does not have. */
export function pressedOf({ asked }: Question, value: IDataObject): Pressed | undefined {
	const pressed = value[PRESSED];
	switch (asked.type) {
		case 'approval':
			if (pressed === 'approve') return pressed;
			return pressed === 'decline' && asked.decline ? pressed : undefined;
		case 'choice':
			return pressed === 'choose' || pressed === 'submit' ? pressed : undefined;
		default:
			return pressed === 'submit' ? pressed : undefined;
	}
}
