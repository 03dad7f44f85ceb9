import type { Needs } from '../../../../shared/purpose/purposes';
import type { AppFacts } from '../../../../shared/transport/caller';
import type { Effect, Step, Wish, ConfigBody } from '../plan';
import type { Application } from '../readSetup';

/** What a plan is made from. */
export interface Situation {
	app: AppFacts;
	needs: Needs;
	wish: Wish;
	application: Application;
	/** The bot's scopes that the console has. */
	scopes: string[];
	/** Those that people can grant. */
	personScopes: string[];
	hasBot: boolean;
	/** How many long connections are open; undefined when Lark does not say. */
	connections?: number;
	ownUrl: string;
}

export const unchanged = (change: string, detail: string): Step => ({
	change,
	detail,
	effect: '',
	kind: 'none',
});

export const left = (change: string, detail: string): Step => ({
	change,
	detail,
	effect: '',
	kind: 'left',
});

export const changed = (
	change: string,
	detail: string,
	body: ConfigBody,
	effect: Effect = 'with the published version',
): Step => ({ change, detail, effect, kind: 'config', body });
