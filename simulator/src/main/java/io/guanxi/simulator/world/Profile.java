package io.guanxi.simulator.world;

/**
 * What the brand has on file about a person; nothing in it is of a real one (no subscriber's number begins with 12).
 *
 * @param name      in Chinese
 * @param woman     gender on file
 * @param city      where they live
 * @param birthYear year of birth
 */
public record Profile(String name, boolean woman, String city, int birthYear) {
    private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢";
    private static final String[] HERS = {
        "婷", "雪", "欣怡", "梦琪", "雨桐", "静", "丽", "晓燕", "佳慧", "诗涵", "敏", "芳", "思雨", "子涵", "玉兰", "秀英", "美玲", "若曦", "晨曦",
        "可馨", "文静", "艳"
    };
    private static final String[] HIS = {
        "伟", "强", "磊", "浩然", "子轩", "宇航", "军", "洋", "勇", "志强", "俊杰", "明", "建国", "鹏", "嘉豪", "天宇"
    };
    private static final String[] CITIES = {
        "上海", "杭州", "北京", "广州", "深圳", "成都", "南京", "武汉", "苏州", "重庆", "长沙", "西安", "宁波", "青岛", "合肥"
    };
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final double WOMEN = 0.76;

    /** The profile of a person. */
    public static Profile of(World world, int person) {
        Dice dice = new Dice(world.seed() + 1, person);
        boolean woman = woman(world, person);
        String[] given = woman ? HERS : HIS;
        String name = FAMILY.charAt(dice.below(FAMILY.length())) + given[dice.below(given.length)];
        return new Profile(name, woman, CITIES[dice.below(CITIES.length)], dice.from(1962, 2006));
    }

    static boolean woman(World world, int person) {
        return new Dice(world.seed() + 2, person).chance(WOMEN);
    }

    /** The name of a guide. */
    public static String guide(World world, int guide) {
        return "导购" + of(world, -1 - guide).name();
    }

    /** A person's identifier of a kind, the same whenever it is asked for, and nobody else's. */
    public static String key(World world, Sign sign, int person) {
        return switch (sign) {
            case UNIONID -> "oGx" + letters(world, sign, person);
            case OPENID -> "oMp" + letters(world, sign, person);
            case EXTERNAL_USERID -> "wmGx" + letters(world, sign, person);
            case PHONE -> "12%09d".formatted(number(world, person, 736_878_737L, 1_000_000_000L));
            case CARD -> "88%08d".formatted(number(world, person, 73_687_873L, 100_000_000L));
            case DEVICE -> "d-" + letters(world, sign, person);
            case ANONYMOUS -> "a-" + letters(world, sign, person);
        };
    }

    /** A permutation of all numbers below a power of ten: the factor is odd and no multiple of 5. */
    private static long number(World world, int person, long factor, long bound) {
        return Math.floorMod(person * factor + Dice.mix(world.seed()) % bound, bound);
    }

    private static String letters(World world, Sign sign, int person) {
        StringBuilder letters = new StringBuilder(24);
        for (int half = 0; half < 2; half++) {
            long bits = Dice.mix(Dice.mix(world.seed() * 31 + sign.ordinal() * 2 + half) + person);
            for (int i = 0; i < 10; i++) {
                letters.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, ALPHABET.length())));
                bits = Long.divideUnsigned(bits, ALPHABET.length());
            }
        }
        return letters.toString();
    }
}
