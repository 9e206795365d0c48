import { z } from 'zod';

const TEXT_DISPLAY = 10;
const BUTTON = 2;

/** A picture of a gallery. */
interface GalleryItem {
  readonly media: { readonly url: string };
  readonly description: string;
}

const GALLERY_ITEM = z.object({ media: z.object({ url: z.string() }), description: z.string() });

/** A choice of a menu. */
interface MenuOption {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

const MENU_OPTION = z.object({ label: z.string(), description: z.string(), value: z.string() });

interface Placed {
  readonly type: number;
  readonly content?: string | undefined;
  readonly label?: string | undefined;
  readonly url?: string | undefined;
  readonly customId?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly items?: readonly GalleryItem[] | undefined;
  readonly placeholder?: string | undefined;
  readonly options?: readonly MenuOption[] | undefined;
  readonly components?: readonly Placed[] | undefined;
  readonly accessory?: Placed | undefined;
}

const PLACED: z.ZodType<Placed> = z.lazy(() =>
  z
    .object({
      type: z.number(),
      content: z.string().optional(),
      label: z.string().optional(),
      url: z.string().optional(),
      custom_id: z.string().optional(),
      disabled: z.boolean().optional(),
      items: z.array(GALLERY_ITEM).optional(),
      placeholder: z.string().optional(),
      options: z.array(MENU_OPTION).optional(),
      components: z.array(PLACED).optional(),
      accessory: PLACED.optional(),
    })
    .transform(({ custom_id: customId, ...rest }) => ({ ...rest, customId })),
);

const MESSAGE = z.object({ components: z.array(PLACED) });

/** Every component of a message, nested ones included, in reading order. */
export function componentsOf(message: unknown): Placed[] {
  return MESSAGE.parse(message).components.flatMap(withNested);
}

/** The text displays of a message, in reading order. */
export function textsOf(message: unknown): string[] {
  return componentsOf(message)
    .filter(({ type }) => type === TEXT_DISPLAY)
    .map(({ content }) => content ?? '');
}

/** The pictures of a message's galleries. */
export function galleryOf(message: unknown): GalleryItem[] {
  return componentsOf(message).flatMap(({ items = [] }) => items);
}

/** The link buttons of a message. */
export function buttonsOf(
  message: unknown,
): { label: string | undefined; url: string | undefined }[] {
  return componentsOf(message)
    .filter(({ type, url }) => type === BUTTON && url !== undefined)
    .map(({ label, url }) => ({ label, url }));
}

function withNested(component: Placed): Placed[] {
  const { components = [], accessory } = component;
  return [component, ...components.flatMap(withNested), ...(accessory ? [accessory] : [])];
}
