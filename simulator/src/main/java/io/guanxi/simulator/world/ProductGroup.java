package io.guanxi.simulator.world;

/** A group of products that people need or do not need, and buy again after its cycle. */
public enum ProductGroup {
    SKINCARE("护肤", 0.38, 45, 168, "水乳", "精华", "面霜", "面膜", "防晒", "洁面"),
    MAKEUP("彩妆", 0.28, 60, 119, "粉底液", "口红", "眼影盘", "眉笔", "散粉", "卸妆油"),
    HAIRCARE("洗护", 0.34, 40, 69, "洗发水", "护发素", "发膜", "沐浴露", "身体乳", "护手霜"),
    BABY("母婴", 0.16, 21, 138, "纸尿裤", "奶粉", "辅食泥", "湿巾", "婴儿面霜", "儿童牙膏"),
    FRESH("生鲜", 0.34, 7, 46, "草莓", "车厘子", "三文鱼", "鸡胸肉", "时令蔬菜", "土鸡蛋"),
    SNACKS("零食", 0.38, 12, 32, "坚果礼盒", "黑巧克力", "海苔卷", "牛肉干", "苏打饼干", "果冻"),
    DAIRY("乳饮", 0.32, 10, 55, "鲜牛奶", "希腊酸奶", "燕麦奶", "气泡水", "冷萃咖啡", "奶酪棒"),
    STAPLES("粮油", 0.30, 30, 78, "五常大米", "花生油", "橄榄油", "杂粮礼袋", "手工面条", "山茶油");

    private final String label;
    private final double needShare;
    private final int cycleDays;
    private final int medianPrice;
    private final String[] products;

    ProductGroup(String label, double needShare, int cycleDays, int medianPrice, String... products) {
        this.label = label;
        this.needShare = needShare;
        this.cycleDays = cycleDays;
        this.medianPrice = medianPrice;
        this.products = products;
    }

    /** What the brand calls the group. */
    public String label() {
        return label;
    }

    /** Share of people who really need the group. */
    public double needShare() {
        return needShare;
    }

    /** Days until a buyer who needs the group has used up what they bought. */
    public int cycleDays() {
        return cycleDays;
    }

    int medianPrice() {
        return medianPrice;
    }

    String[] products() {
        return products;
    }

    /** Whether it is beauty rather than groceries. */
    boolean beauty() {
        return ordinal() <= HAIRCARE.ordinal();
    }
}
