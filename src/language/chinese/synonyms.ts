/**
 * Words that Chinese newspapers exchange for each other, one group a line, simplified, without any
 * word in two groups. Kept to what stands for the same act or thing in nearly every story, here and
 * across the strait: these count as weak evidence only. Words of more than two characters and those
 * with a function character are no single term, and are looked up only where phrases can be.
 */
const GROUPS = `
首席执行官 执行长 行政总裁 CEO
起诉 提告 控告 打官司 诉诸法律 告上法庭
收购 并购 买下 购入 购并
拒绝 回绝 否决 谢绝 驳回
宣布 公布 宣告 发布
禁止 封禁 禁令 取缔 查禁
卖 出售 卖给 变卖 卖掉 售予 转卖
辞职 离职 卸任 请辞 下台 辞去
死 死亡 去世 身亡 逝世 丧生 遇难 罹难 死者 丧命
伤 受伤 负伤 伤者
批准 核准 许可 获准
开始 启动 展开
结束 终止 告终
涨 增加 上升 增长 上涨 提高
跌 减少 下降 下跌 缩减 降低
公司 企业
员工 雇员 职员 职工
工资 薪水 薪资 薪酬
创始人 创办人
发言人 新闻官
协议 协定 合约 合同 契约
谈判 协商 磋商 洽谈
期限 限期 时限 截止日期 最后期限
任命 委任 指派
调查 侦查 查办
抓 逮捕 拘捕 拘留 扣押 被捕 落网 强制措施
警告 警示 示警
担心 担忧 忧虑 顾虑
推迟 延后 延期 押后
取消 撤销 作罢
选择 选中 挑选 选定
传闻 谣言 流言
视频 影片 短片
软件 软体
网络 网路
信息 资讯
数据 资料
程序 程式
质量 品质
用户 使用者
人工智能 人工智慧
出租车 计程车
地铁 捷运
医生 医师
建造 兴建 修建 修筑
摧毁 毁坏 破坏
抗议 示威
帮助 援助 协助
原因 缘故
目的 用意 意图
费用 花费 开支
打算 计划 准备
塌 坍塌 垮塌 倒塌 塌陷 崩塌
道歉 致歉 歉意
生气 愤怒 不满 气愤
贵 昂贵
价格 售价 价钱 票价
亏 亏损 损失 赔钱
救 救援 营救 搜救 获救
失踪 失联 下落不明
去 访问 前往 抵达
坐牢 入狱 判刑 服刑 获刑
开除 解雇 辞退
裁 裁员 裁减
小孩 孩子 儿童
飞机 客机
洪水 洪灾 洪涝 水灾
台风 飓风
着火 起火 失火 火灾 大火
撞 相撞 碰撞 撞上
举办 举行 召开 开幕
`;

/** The groups, each as its words. */
export const CHINESE_SYNONYMS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(' '));
