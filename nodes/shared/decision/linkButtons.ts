import { linkButton } from '../content/elements/buttons';
import { flow } from '../content/elements/layout';
import type { JsonObject } from '../content/json';
import type { Pressed } from './pressed';
import type { Question } from './question';
import { APPROVE, DECLINE, RESPOND } from './words';

/** A page on which people answer, and what its button stands for. */
export interface PageLink {
	decision: Exclude<Pressed, 'choose'>;
	url: string;
}

function faceOf({ asked, page }: Question, decision: PageLink['decision']) {
	if (asked.type !== 'approval') return { text: page?.button || RESPOND, style: 'primary' };
	if (decision === 'approve') return { ...asked.approve, text: asked.approve.label || APPROVE };
	return { style: 'default', ...asked.decline, text: asked.decline?.label || DECLINE };
}

/** The buttons that open the pages. */
export const linkElements = (question: Question, links: PageLink[]): JsonObject =>
	flow(
		links.map(({ decision, url }) => {
			const { text, style } = faceOf(question, decision);
			return linkButton({ text, style, url });
		}),
	);
