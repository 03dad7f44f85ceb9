import { label, time, textOnly, type ContentReader } from './reader';
import { toList, toObject, toText } from '../values';
import { readParagraphs } from './post';

const span = (from: unknown, to: unknown): string =>
	[time(from), time(to)].filter((end) => end !== '').join(' to ');

/** `share_calendar_event`, `calendar` and `general_calendar`: shared, an invitation, or forwarded. */
export const calendarEvent: ContentReader = ({ summary, start_time, end_time }) =>
	textOnly(label('Calendar event', toText(summary), span(start_time, end_time)));

export const videoChat: ContentReader = ({ topic, start_time }) =>
	textOnly(label('Video call', toText(topic), time(start_time)));

/** `todo`: the title is a post of its own. */
export const task: ContentReader = ({ summary, due_time }) => {
	const { title, content } = toObject(summary);
	const due = time(due_time);
	const said = [toText(title), readParagraphs(content, [])].filter((part) => part.trim() !== '');
	return textOnly(label('Task', said.join('\n'), due && `due ${due}`));
};

/** `vote`: the topic and a line for each option. */
export const vote: ContentReader = ({ topic, options }) =>
	textOnly(
		[label('Vote', toText(topic)), ...toList(options).map((option) => `- ${toText(option)}`)].join(
			'\n',
		),
	);
