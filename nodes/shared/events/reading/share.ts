import { label, textOnly, type ContentReader } from './reader';
import { toText } from '../values';

export const chatCard: ContentReader = ({ chat_id }) =>
	textOnly(label('Chat card', toText(chat_id)));

export const userCard: ContentReader = ({ user_id }) =>
	textOnly(label('User card', toText(user_id)));

export const location: ContentReader = ({ name, latitude, longitude }) =>
	textOnly(label('Location', toText(name), toText(latitude), toText(longitude)));
