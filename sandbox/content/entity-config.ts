import { LarkError } from '../contract/lark-error';
import type { Content, Strictness } from './fields';

const CONFIG_FIELDS = [
	'streaming_mode',
	'summary',
	'streaming_config',
	'locales',
	'enable_forward',
	'update_multi',
	'width_mode',
	'use_custom_translation',
	'enable_forward_interaction',
	'style',
];
const SETTINGS = ['config', 'card_link'];
const PLATFORMS = ['default', 'android', 'ios', 'pc'];
const STRATEGIES = ['fast', 'delay'];

/** @returns what is wrong with the `config` of a card; undefined when all is well */
export function problemOfConfig(
	config: unknown,
	{ allowUnknownFields }: Strictness,
): string | undefined {
	if (config === undefined) return undefined;
	if (!isObject(config)) return 'config is no object';
	const { streaming_mode: mode, summary, streaming_config: streaming } = config;
	const unknown = Object.keys(config).find((name) => !CONFIG_FIELDS.includes(name));
	if (unknown !== undefined && !allowUnknownFields) return `config has no field ${unknown}`;
	if (mode !== undefined && typeof mode !== 'boolean') return 'streaming_mode is no boolean';
	if (summary !== undefined && !isObject(summary)) return 'summary is no object';
	return streaming === undefined ? undefined : problemOfStreaming(streaming);
}

/**
 * Changes settings of a card. What is not given stays as it is.
 *
 * @throws LarkError 300122 for a setting that a card does not have, 300302 for `update_multi: false`
 */
export function changeSettings(card: Content, settings: Content, strictness: Strictness): void {
	const { config, card_link: link } = settings;
	const unknown = Object.keys(settings).find((name) => !SETTINGS.includes(name));
	const problem =
		(unknown !== undefined && !strictness.allowUnknownFields && `there is no setting ${unknown}`) ||
		(config === undefined && link === undefined && 'config or card_link is required') ||
		problemOfConfig(config, strictness);
	if (problem) throw new LarkError(300122, { ext: problem });
	if (config !== undefined) Object.assign((card.config ??= {}) as Content, config);
	if (link !== undefined) card.card_link = link;
}

export function isObject(value: unknown): value is Content {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemOfStreaming(streaming: unknown): string | undefined {
	if (!isObject(streaming)) return 'streaming_config is no object';
	const { print_frequency_ms: frequency, print_step: step, print_strategy: strategy } = streaming;
	if (strategy !== undefined && !STRATEGIES.includes(String(strategy))) {
		return 'print_strategy, options: [fast,delay]';
	}
	for (const [name, value] of Object.entries({ print_frequency_ms: frequency, print_step: step })) {
		if (value === undefined) continue;
		const isFine = isObject(value) && Object.entries(value).every(isCount);
		if (!isFine) return `${name} needs whole numbers for ${PLATFORMS.join(', ')}`;
	}
	return undefined;
}

const isCount = ([platform, value]: [string, unknown]) =>
	PLATFORMS.includes(platform) && Number.isInteger(value) && Number(value) > 0;
