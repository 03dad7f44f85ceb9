import { toList, toObject, toText } from '../values';
import { readParagraphs } from './post';
import { label, time, textOnly, type ContentReader } from './reader';

const span = (from: unknown, to: unknown): string =>
	[time(from), time(to)].filter((end) => end !== '').join(' to ');

/** `share_calendar_event`, `calendar` and `general_calendar`: shared, an invitation, or forwarded. */
export const calendarEventReader: ContentReader = ({ summary, start_time, end_time }) =>
	textOnly(label('Calendar event', toText(summary), span(start_time, end_time)));

export const videoChatReader: ContentReader = ({ topic, start_time }) =>
	textOnly(label('Video call', toText(topic), time(start_time)));

/** `todo`: the title is a post of its own. */
export const taskReader: ContentReader = ({ summary, due_time }) => {
	const { title, content } = toObject(summary);
	const due = time(due_time);
	const said = [toText(title), readParagraphs(content, [])].filter((part) => part.trim() !== '');
	return textOnly(label('Task', said.join('\n'), due && `due ${due}`));
};

/** `vote`: the topic and a line for each option. */
export const voteReader: ContentReader = ({ topic, options }) =>
	textOnly(
		[label('Vote', toText(topic)), ...toList(options).map((option) => `- ${toText(option)}`)].join(
			'\n',
		),
	);
