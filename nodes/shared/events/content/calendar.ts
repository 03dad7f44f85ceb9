import { label, list, object, str, time, words, type ContentReader } from './content';
import { readParagraphs } from './post';

const span = (from: unknown, to: unknown): string =>
	[time(from), time(to)].filter((end) => end !== '').join(' to ');

/** `share_calendar_event`, `calendar` and `general_calendar`: shared, an invitation, or forwarded. */
export const calendarEvent: ContentReader = ({ summary, start_time, end_time }) =>
	words(label('Calendar event', str(summary), span(start_time, end_time)));

export const videoChat: ContentReader = ({ topic, start_time }) =>
	words(label('Video call', str(topic), time(start_time)));

/** `todo`: the title is a post of its own. */
export const task: ContentReader = ({ summary, due_time }) => {
	const { title, content } = object(summary);
	const due = time(due_time);
	const said = [str(title), readParagraphs(content, [])].filter((part) => part.trim() !== '');
	return words(label('Task', said.join('\n'), due && `due ${due}`));
};

/** `vote`: the topic and a line for each option. */
export const vote: ContentReader = ({ topic, options }) =>
	words(
		[label('Vote', str(topic)), ...list(options).map((option) => `- ${str(option)}`)].join('\n'),
	);
