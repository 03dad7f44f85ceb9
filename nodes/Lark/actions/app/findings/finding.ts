import type { Needs } from '../../../../shared/purpose/purposes';
import { consoleLink, type ConsolePage } from '../../../../shared/transport/consoleLink';
import type { AppFacts } from '../../../../shared/transport/caller';
import type { Refusal, Rest, Setup } from '../readSetup';

/** One thing that was looked at. */
export interface Finding {
	/** What was looked at; stays the same. */
	check: string;
	/** `missing`: does not work without it. `warning`: may not work as wanted, or cannot be known. */
	status: 'ok' | 'warning' | 'missing';
	finding: string;
	/** Why it matters. */
	reason: string;
	/** How to mend it; '' when there is nothing to mend. */
	fix: string;
	/** Where in the developer console that is done. */
	link: string;
}

/** What the findings are about. */
export interface Subject {
	app: AppFacts;
	needs: Needs;
	setup: Setup;
	/** The address of this n8n's webhooks, without a slash at the end; '' when it is not known. */
	ownUrl: string;
}

/** A subject of which everything was asked. */
export type ReadSubject = Subject & { rest: Rest };

/** Whether the app is told anything. */
export const isTold = ({ needs }: Subject): boolean =>
	needs.events.length + needs.callbacks.length > 0;

/** Makes the findings of one check. */
export const checkNamed = (check: string, page: ConsolePage, reason: string) => {
	const make =
		(status: Finding['status']) =>
		({ app }: Pick<Subject, 'app'>, finding: string, fix = '', link?: string): Finding => ({
			check,
			status,
			finding,
			reason,
			fix,
			link: link ?? consoleLink(app, page),
		});
	return { ok: make('ok'), warning: make('warning'), missing: make('missing') };
};

/** Lark's words and what to do, as one text. */
export const saidBy = ({ message, advice }: Refusal): string =>
	[message.replace(/\.?$/, '.'), advice].filter(Boolean).join(' ');

/** Names in a sentence: the first ten, and how many there are beside them. */
export function listOf(names: readonly string[], atMost = 10): string {
	const rest = names.length - atMost;
	return rest > 0 ? `${names.slice(0, atMost).join(', ')} and ${rest} more` : names.join(', ');
}
