export interface Product {
  name: string;
  category: string;
  /** Cents, at the prices of 2023. */
  price: number;
  /** Cents that one unit costs the shop. */
  unitCost: number;
}

export interface Category {
  name: string;
  products: readonly Product[];
  /** How likely a customer cares for it from the start. */
  appeal: number;
  /** Demand by calendar month, January first, 10 = ordinary. */
  season: readonly number[];
  /** Share of the price that buying costs, in per cent. */
  costPercent: number;
}

const ALL_YEAR = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
const GARDEN = [3, 6, 14, 20, 20, 15, 10, 8, 8, 6, 3, 2];
const TERRACE = [2, 3, 9, 16, 22, 22, 16, 9, 4, 2, 2, 2];
const WINTER = [9, 8, 7, 6, 6, 6, 6, 7, 10, 13, 18, 26];

/** Products as name and pounds; earlier ones sell much better (weights in `PRODUCT_WEIGHTS`). */
const SHELVES: [name: string, appeal: number, costPercent: number, season: number[], products: string][] = [
  [
    'Planters',
    36,
    42,
    GARDEN,
    'Terracotta pot 20 cm 9.50|Glazed planter 30 cm 24.00|Hanging basket 12.75|Zinc trough 34.00|Window box 18.50|Olive jar 58.00|Stone bowl 44.00|Half barrel 39.00',
  ],
  [
    'Compost & Soil',
    19,
    55,
    GARDEN,
    'Peat-free compost 40 l 8.95|Potting mix 20 l 6.50|Bark mulch 60 l 9.75|Tomato feed 5.40|Horticultural grit 6.20|Rose food 7.10|Wormcast 10 l 8.40|Seed compost 10 l 4.80',
  ],
  [
    'Seeds & Bulbs',
    34,
    38,
    GARDEN,
    'Wildflower mix 3.25|Tulip bulbs x25 9.95|Sweet pea 2.60|Salad leaves 2.40|Narcissus x20 8.75|Allium x10 7.50|Herb collection 6.95|Cosmos 2.45',
  ],
  [
    'Garden Tools',
    24,
    52,
    GARDEN,
    'Hand trowel 14.50|Secateurs 32.00|Watering can 9 l 27.50|Gardening gloves 11.95|Digging fork 42.00|Kneeler 19.50|Twine in a tin 7.25|Potting tidy 23.00',
  ],
  [
    'Outdoor Furniture',
    13,
    68,
    TERRACE,
    'Folding chair 64.00|Bistro table 118.00|Bench, acacia 189.00|Parasol 96.00|Lounger 149.00|Cushion box 74.00|Dining set 429.00|Fire bowl 139.00',
  ],
  [
    'Tableware',
    42,
    46,
    WINTER,
    'Stoneware mug 9.80|Dinner plate 13.50|Cereal bowl 10.90|Linen napkin 6.75|Serving platter 28.00|Water glass 7.20|Cutlery set 64.00|Jug, speckled 24.50',
  ],
  [
    'Kitchen',
    38,
    50,
    ALL_YEAR,
    'Wooden spoon 4.90|Storage jar 11.50|Cast-iron pan 46.00|Apron 19.95|Bread knife 26.00|Enamel roaster 29.50|Mixing bowl 17.25|Tea towel 7.50',
  ],
  [
    'Textiles',
    28,
    44,
    WINTER,
    'Linen cushion 27.00|Wool throw 62.00|Bath towel 18.50|Bed linen 84.00|Door mat 22.00|Table runner 19.00|Sheepskin 72.00|Hot-water bottle 16.50',
  ],
  [
    'Candles & Scents',
    35,
    36,
    WINTER,
    'Pillar candle 7.90|Scented candle, fig 16.50|Tea lights x50 6.95|Reed diffuser 21.00|Dinner candles x4 8.60|Beeswax candle 11.40|Room spray 12.80|Candle holder 14.20',
  ],
  [
    'Lighting',
    15,
    64,
    WINTER,
    'String lights 10 m 18.90|Table lamp 74.00|Storm lantern 32.50|Pendant shade 88.00|Desk lamp 69.00|Solar stake 12.60|Floor lamp 149.00|Bulb, filament 9.40',
  ],
];

/** A few products carry most sales. */
export const PRODUCT_WEIGHTS = [40, 22, 13, 9, 6, 5, 3, 2];

export const CATEGORIES: readonly Category[] = SHELVES.map(([name, appeal, costPercent, season, products]) => ({
  name,
  appeal,
  season,
  costPercent,
  products: products.split('|').map((entry) => {
    const price = Number(entry.slice(entry.lastIndexOf(' ') + 1).replace('.', ''));
    return {
      name: entry.slice(0, entry.lastIndexOf(' ')),
      category: name,
      price,
      unitCost: Math.round((price * costPercent) / 100),
    };
  }),
}));

/** What comes free with larger orders. */
export const GIFT: Product = { name: 'Seed packet (gift)', category: 'Seeds & Bulbs', price: 0, unitCost: 55 };
