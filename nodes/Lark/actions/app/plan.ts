import type { LarkRequest } from '../../../shared/transport/endpoint';
import type { changeAppConfig } from '../../../shared/lark/apps';

type Method = NonNullable<(typeof changeAppConfig)['sdkMethod']>;

/** What a change of the configuration sends. */
export type ConfigBody = NonNullable<LarkRequest<Method>['body']>;

/** When a change takes effect (application-v7, "patch application config"). */
export type Effect = 'at once' | 'with the published version' | '';

/** One thing that the set-up needs. */
export interface Step {
	/** What is changed; stays the same. */
	change: string;
	/** In words, what is changed or why not. */
	detail: string;
	effect: Effect;
	/**
	 * `config`: sent with all other changes of the configuration. `bot`: the bot is turned on first. `none`: it is so
	 * already. `left`: it is not changed, and the detail says why.
	 */
	kind: 'config' | 'bot' | 'none' | 'left';
	body?: ConfigBody;
}

/** What a run of Set Up was asked for. */
export interface Wish {
	/** How events and callbacks are to come. */
	mode: 'webhook' | 'websocket';
	/** '' for none given. */
	requestUrl: string;
	/** Whether a request URL of another server may be replaced. */
	replaces: boolean;
	/** '' for none. */
	redirectUrl: string;
}
