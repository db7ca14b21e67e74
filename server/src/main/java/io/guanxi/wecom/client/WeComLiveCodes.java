package io.guanxi.wecom.client;

import java.util.List;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayInfo;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayResult;
import org.springframework.stereotype.Component;

/** Makes and deletes live codes in WeCom, which calls them contact ways. */
@Component
public class WeComLiveCodes {

    private final WeCom wecom;

    WeComLiveCodes(WeCom wecom) {
        this.wecom = wecom;
    }

    /**
     * A live code.
     *
     * @param config WeCom's id
     * @param picture URL of the code
     */
    public record Code(String config, String picture) {}

    /**
     * {@return a new live code}
     *
     * @param employees whom those who scan it add; one of them, in turn
     * @param state what WeCom says of who comes by it, at most 30 characters
     * @param remark for people
     */
    public Code add(List<String> employees, String state, String remark) {
        WxCpContactWayInfo info = info(way(employees, state, remark));
        WxCpContactWayResult made = Called.of(() -> wecom.customerContact().addContactWay(info));
        return new Code(made.getConfigId(), made.getQrCode());
    }

    /**
     * Changes whom those add who scan a live code from now on.
     *
     * @param config WeCom's id
     * @param employees whom; one of them, in turn
     * @param state what WeCom says of who comes by it, as it was
     * @param remark for people
     */
    public void update(String config, List<String> employees, String state, String remark) {
        WxCpContactWayInfo.ContactWay way = way(employees, state, remark);
        way.setConfigId(config);
        Called.of(() -> wecom.customerContact().updateContactWay(info(way)));
    }

    private static WxCpContactWayInfo.ContactWay way(List<String> employees, String state, String remark) {
        WxCpContactWayInfo.ContactWay way = new WxCpContactWayInfo.ContactWay();
        way.setType(employees.size() == 1 ? WxCpContactWayInfo.TYPE.SINGLE : WxCpContactWayInfo.TYPE.MULTI);
        way.setScene(WxCpContactWayInfo.SCENE.QRCODE);
        way.setSkipVerify(true);
        way.setState(state);
        way.setRemark(remark);
        way.setUsers(employees);
        return way;
    }

    private static WxCpContactWayInfo info(WxCpContactWayInfo.ContactWay way) {
        WxCpContactWayInfo info = new WxCpContactWayInfo();
        info.setContactWay(way);
        return info;
    }

    /**
     * Deletes a live code; who scans it finds nothing.
     *
     * @param config WeCom's id
     */
    public void delete(String config) {
        Called.of(() -> wecom.customerContact().deleteContactWay(config));
    }
}
