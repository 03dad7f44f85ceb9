import { isChatId } from '../chatId';
import { InputError } from '../inputError';
import { ANY_EVENT, CUSTOM_EVENT } from './catalog';
import { readCommandNames } from './command';
import { list, object, str } from './content/content';
import type { MessageFilter } from './filter';
import type { Place } from './message';
import { compilePattern } from './pattern';
import { readWindow, type WindowTimes } from './windowSettings';

/** What may be added to the item of a message, if there is time. */
export interface ExtraSettings {
	names: boolean;
	attachments: boolean;
	/** The largest attachment that is downloaded, in bytes. */
	maxBytes: number;
}

/** What one trigger node is set to. */
export interface EventSettings {
	/** Event types that start the workflow. */
	events: ReadonlySet<string>;
	/** Whether every event does. */
	anyEvent: boolean;
	filter: MessageFilter;
	/** Flat items with words, or Lark's own events. */
	simple: boolean;
	extras: ExtraSettings;
	/** After how much silence a conversation gets a new session, in ms; 0 for never. */
	sessionTimeout: number;
	/** How long messages of a conversation are collected for one execution; undefined for not at all. */
	window: WindowTimes | undefined;
}

/** Any n8n context of the node: a webhook, a trigger, or its activation. */
export interface ParameterSource {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

const MEGABYTE = 1024 * 1024;
const MINUTE = 60 * 1000;

const split = (value: unknown): string[] =>
	str(value)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** Reads a list of pickers, or an expression that gives IDs. */
function readIds(label: string, value: unknown, isValid?: (id: string) => boolean): Set<string> {
	const ids = list(object(value).values).flatMap((entry) => {
		const { id } = object(entry);
		return split(typeof id === 'object' ? object(id).value : id);
	});
	const wrong = ids.find((id) => isValid && !isValid(id));
	if (wrong === undefined) return new Set(ids);
	throw new InputError(`${label} cannot have "${wrong}"`, 'Choose from the list, or enter the ID.');
}

/** Reads those that are selected: nobody selected would mean everybody. */
function readSelected(
	source: ParameterSource,
	scope: string,
	name: string,
	label: string,
	isValid?: (id: string) => boolean,
): Set<string> {
	if (source.getNodeParameter(scope, 'all') !== 'selected') return new Set();
	const ids = readIds(label, source.getNodeParameter(name, {}), isValid);
	if (ids.size > 0) return ids;
	throw new InputError(`${label} is empty`, 'Add at least one, or choose all.');
}

/** Patterns are compiled once, not for every event. */
const patterns = new Map<string, (text: string) => boolean>();

function patternOf(written: string): MessageFilter['pattern'] {
	if (written.trim() === '') return undefined;
	const pattern = patterns.get(written) ?? compilePattern(written);
	if (patterns.size > 100) patterns.clear();
	patterns.set(written, pattern);
	return pattern;
}

function readFilter(source: ParameterSource): MessageFilter {
	const filters = object(source.getNodeParameter('filters', {}));
	return {
		places: new Set(source.getNodeParameter('chatTypes', []) as Place[]),
		directPeople: readSelected(source, 'directScope', 'directPeople', 'Selected People'),
		groups: readSelected(source, 'groupScope', 'groups', 'Selected Groups', isChatId),
		needsMention: source.getNodeParameter('groupStrategy', 'all') === 'mention',
		everyoneCounts: filters.everyoneCounts === true,
		senders: readIds('Senders', filters.senders),
		messageTypes: new Set(list(filters.messageTypes).map(str)),
		keywords: split(filters.keywords).map((keyword) => keyword.toLowerCase()),
		pattern: patternOf(str(filters.pattern)),
		commands: readCommandNames(str(filters.commands)),
		includeBots: filters.includeBots === true,
	};
}

/**
 * Reads the parameters in `sharedProperties`.
 *
 * @throws InputError for a value that cannot be used: call it when the workflow is published, too
 */
export function readSettings(source: ParameterSource): EventSettings {
	const chosen = list(source.getNodeParameter('events', [])).map(str);
	const custom = chosen.includes(CUSTOM_EVENT)
		? split(source.getNodeParameter('customEvents', ''))
		: [];
	if (chosen.includes(CUSTOM_EVENT) && custom.length === 0) {
		throw new InputError(
			'Event Types is empty',
			'Enter the event type from the documentation of the event, for example im.chat.updated_v1.',
		);
	}
	const extras = object(source.getNodeParameter('extras', {}));
	const simple = source.getNodeParameter('simple', true) !== false;
	return {
		events: new Set([...chosen, ...custom]),
		anyEvent: chosen.includes(ANY_EVENT),
		filter: readFilter(source),
		simple,
		extras: {
			names: extras.names === true,
			attachments: extras.downloadAttachments === true,
			maxBytes: Number(extras.maxAttachmentSize ?? 20) * MEGABYTE,
		},
		sessionTimeout: Number(extras.sessionTimeout ?? 0) * MINUTE,
		window: simple ? readWindow(extras) : undefined,
	};
}
