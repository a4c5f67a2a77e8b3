<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>LatentLab</name>
        <message>
            <source>annealed importance sampling</source>
            <extracomment>latentlab/evaluation/annealed.py</extracomment>
            <translation>退火重要性采样</translation>
        </message>
        <message>
            <source>consistency</source>
            <extracomment>latentlab/evaluation/consistency.py</extracomment>
            <translation>一致性</translation>
        </message>
        <message>
            <source>disentanglement</source>
            <extracomment>latentlab/evaluation/disentanglement.py</extracomment>
            <translation>解耦</translation>
        </message>
        <message>
            <source>information</source>
            <extracomment>latentlab/evaluation/information.py</extracomment>
            <translation>信息</translation>
        </message>
        <message>
            <source>what is known of the images</source>
            <extracomment>latentlab/evaluation/knowledge.py</extracomment>
            <translation>图像的已知信息</translation>
        </message>
        <message>
            <source>linear probe</source>
            <extracomment>latentlab/evaluation/knowledge.py</extracomment>
            <translation>线性探针</translation>
        </message>
        <message>
            <source>attributes</source>
            <extracomment>latentlab/evaluation/knowledge.py</extracomment>
            <translation>属性</translation>
        </message>
        <message>
            <source>negative log-likelihood</source>
            <extracomment>latentlab/evaluation/likelihood.py</extracomment>
            <translation>负对数似然</translation>
        </message>
        <message>
            <source>posteriors</source>
            <extracomment>latentlab/evaluation/posterior.py</extracomment>
            <translation>后验</translation>
        </message>
        <message>
            <source>reconstructions</source>
            <extracomment>latentlab/evaluation/reconstruction.py</extracomment>
            <translation>重构</translation>
        </message>
        <message>
            <source>refined posteriors</source>
            <extracomment>latentlab/evaluation/refinement.py</extracomment>
            <translation>精化后验</translation>
        </message>
        <message>
            <source>done</source>
            <extracomment>latentlab/evaluation/report.py</extracomment>
            <translation>完成</translation>
        </message>
        <message>
            <source>samples</source>
            <extracomment>latentlab/evaluation/samples.py</extracomment>
            <translation>样本</translation>
        </message>
        <message>
            <source>{place}: the window's settings are damaged; those that cannot be read are left at their defaults.</source>
            <extracomment>latentlab/gui/app.py</extracomment>
            <translation>{place}：窗口设置已损坏；无法读取的项保持默认值。</translation>
        </message>
        <message>
            <source>{place}: the window's settings cannot be kept there: the file cannot be written.</source>
            <extracomment>latentlab/gui/app.py</extracomment>
            <translation>{place}：无法在此保存窗口设置：文件不可写。</translation>
        </message>
        <message>
            <source>Small</source>
            <extracomment>latentlab/gui/appearance.py</extracomment>
            <translation>小</translation>
        </message>
        <message>
            <source>Normal</source>
            <extracomment>latentlab/gui/appearance.py</extracomment>
            <translation>标准</translation>
        </message>
        <message>
            <source>Large</source>
            <extracomment>latentlab/gui/appearance.py</extracomment>
            <translation>大</translation>
        </message>
        <message>
            <source>Very large</source>
            <extracomment>latentlab/gui/appearance.py</extracomment>
            <translation>特大</translation>
        </message>
        <message>
            <source>folder or file</source>
            <extracomment>latentlab/gui/editors.py</extracomment>
            <translation>文件夹或文件</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <extracomment>latentlab/gui/editors.py</extracomment>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <extracomment>latentlab/gui/editors.py</extracomment>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Images in one file (*.zip *.tar *.tar.gz *.tgz *.parquet *.npz *.npy)</source>
            <extracomment>latentlab/gui/editors.py</extracomment>
            <translation>单个文件中的图像 (*.zip *.tar *.tar.gz *.tgz *.parquet *.npz *.npy)</translation>
        </message>
        <message>
            <source>automatic</source>
            <extracomment>latentlab/gui/editors.py</extracomment>
            <translation>自动</translation>
        </message>
        <message>
            <source>Reset {text}</source>
            <extracomment>latentlab/gui/form_field.py</extracomment>
            <translation>重置 {text}</translation>
        </message>
        <message>
            <source>Cannot change here: {reason}.
{tip}</source>
            <extracomment>latentlab/gui/form_field.py</extracomment>
            <translation>此处无法更改：{reason}。
{tip}</translation>
        </message>
        <message>
            <source>Changed. Back to {words}.</source>
            <extracomment>latentlab/gui/form_field.py</extracomment>
            <translation>已更改。恢复为 {words}。</translation>
        </message>
        <message>
            <source>Setting: {key}</source>
            <extracomment>latentlab/gui/form_field.py</extracomment>
            <translation>设置：{key}</translation>
        </message>
        <message>
            <source>Range: {limits}</source>
            <extracomment>latentlab/gui/form_field.py</extracomment>
            <translation>范围：{limits}</translation>
        </message>
        <message>
            <source>nothing</source>
            <extracomment>latentlab/gui/form_field.py</extracomment>
            <translation>无</translation>
        </message>
        <message>
            <source>Section {title}</source>
            <extracomment>latentlab/gui/forms.py</extracomment>
            <translation>{title} 部分</translation>
        </message>
        <message>
            <source>More</source>
            <extracomment>latentlab/gui/forms.py</extracomment>
            <translation>更多</translation>
        </message>
        <message>
            <source>More settings of {title}</source>
            <extracomment>latentlab/gui/forms.py</extracomment>
            <translation>{title} 的更多设置</translation>
        </message>
        <message>
            <source>Show or fold the settings that are rarely changed</source>
            <extracomment>latentlab/gui/forms.py</extracomment>
            <translation>显示或折叠不常更改的设置</translation>
        </message>
        <message>
            <source>Name, seed and device.</source>
            <extracomment>latentlab/gui/forms.py</extracomment>
            <translation>名称、种子和设备。</translation>
        </message>
        <message>
            <source>{changed} changed</source>
            <extracomment>latentlab/gui/forms.py</extracomment>
            <translation>已更改 {changed} 项</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <extracomment>latentlab/gui/language.py</extracomment>
            <translation>跟随桌面</translation>
        </message>
        <message>
            <source>{term} in the loss</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>损失中的{term}</translation>
        </message>
        <message>
            <source>{term} of t(x)</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>t(x) 的{term}</translation>
        </message>
        <message>
            <source>KL of z{dimension}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>z{dimension} 的 KL</translation>
        </message>
        <message>
            <source>about {count} {unit}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>约 {count} {unit}</translation>
        </message>
        <message>
            <source>more than {count} days</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>超过 {count} 天</translation>
        </message>
        <message>
            <source>{number}: {value} (expected {words}).</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{number}：{value}（预期{words}）。</translation>
        </message>
        <message>
            <source>{number}: {value}, but {words} was expected.</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{number}：{value}，但预期为{words}。</translation>
        </message>
        <message>
            <source>{number} could not be measured.</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>无法测量{number}。</translation>
        </message>
        <message>
            <source>{number}; the run to compare it with has not been measured.</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{number}；用于对比的运行尚未测量。</translation>
        </message>
        <message>
            <source>at least {limit}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>至少 {limit}</translation>
        </message>
        <message>
            <source>at most {limit}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>至多 {limit}</translation>
        </message>
        <message>
            <source>below {run}, {value}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>低于 {run}，{value}</translation>
        </message>
        <message>
            <source>above {run}, {value}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>高于 {run}，{value}</translation>
        </message>
        <message>
            <source>held-out image {number}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>留出图像 {number}</translation>
        </message>
        <message>
            <source>prior sample {number}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>先验样本 {number}</translation>
        </message>
        <message>
            <source>held-out {number}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>留出{number}</translation>
        </message>
        <message>
            <source>{axis}, units of z</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{axis}，以 z 为单位</translation>
        </message>
        <message>
            <source>principal component {number} ({share} of the variance)</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>主成分 {number}（占方差的 {share}）</translation>
        </message>
        <message>
            <source>label {name}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>标签 {name}</translation>
        </message>
        <message>
            <source>cluster {number}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>簇 {number}</translation>
        </message>
        <message>
            <source>not {name}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>非 {name}</translation>
        </message>
        <message>
            <source>other {name}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>其他 {name}</translation>
        </message>
        <message>
            <source>{prior}: KL of each q(z_d|x) to the prior's marginal. These values do not add up to the KL.</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{prior}：各 q(z_d|x) 相对于先验边缘分布的 KL。这些值相加并不等于总 KL。</translation>
        </message>
        <message>
            <source>colours recur after {count}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>颜色每 {count} 个循环一次</translation>
        </message>
        <message>
            <source>{count} more; {rest}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>另有 {count} 项；{rest}</translation>
        </message>
        <message>
            <source>{measure} [{unit}]</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{measure} [{unit}]</translation>
        </message>
        <message>
            <source>{measure} ≤</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{measure} ≤</translation>
        </message>
        <message>
            <source>{measure} ≥</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{measure} ≥</translation>
        </message>
        <message>
            <source>{count} more</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>另有 {count} 项</translation>
        </message>
        <message>
            <source>{images} held-out images by {colour} · step {step}</source>
            <extracomment>latentlab/gui/library_texts.py</extracomment>
            <translation>{images} 幅留出图像，按{colour}着色 · 第 {step} 步</translation>
        </message>
        <message>
            <source>Light</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>深色</translation>
        </message>
        <message>
            <source>Search or run a command (Ctrl+K)</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>搜索或执行命令 (Ctrl+K)</translation>
        </message>
        <message>
            <source>Search or run a command</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>搜索或执行命令</translation>
        </message>
        <message>
            <source>Theme, text size, shortcuts, preferences and help (F10)</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>主题、字号、快捷键、偏好设置和帮助 (F10)</translation>
        </message>
        <message>
            <source>Menu</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>菜单</translation>
        </message>
        <message>
            <source>Search or run a command…</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>搜索或执行命令…</translation>
        </message>
        <message>
            <source>Theme</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>主题</translation>
        </message>
        <message>
            <source>Text size</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>字号</translation>
        </message>
        <message>
            <source>Language…</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>语言…</translation>
        </message>
        <message>
            <source>Reset layout</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>重置布局</translation>
        </message>
        <message>
            <source>Preferences…</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>偏好设置…</translation>
        </message>
        <message>
            <source>Check installation…</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>检查安装…</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Tour</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>导览</translation>
        </message>
        <message>
            <source>Guided experiments</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>引导实验</translation>
        </message>
        <message>
            <source>Help</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>帮助</translation>
        </message>
        <message>
            <source>About LatentLab</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>关于 LatentLab</translation>
        </message>
        <message>
            <source>Train</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>训练</translation>
        </message>
        <message>
            <source>“Train digits” trains on digits that ship with LatentLab; “New run” trains with the settings of Setup.</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>“训练数字”使用 LatentLab 自带的数字图像训练；“新建运行”按“配置”中的设置训练。</translation>
        </message>
        <message>
            <source>Watch</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>观察</translation>
        </message>
        <message>
            <source>Live plots show the loss, its terms and the KL of each latent dimension. Dashed lines are held-out images.</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>实时图表显示损失、其各项以及每个潜维度的 KL。虚线为留出图像。</translation>
        </message>
        <message>
            <source>Steer</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>操控</translation>
        </message>
        <message>
            <source>With a run, sliders stand at the right: one for each latent dimension. Drag one, also while the model trains.</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>有运行时，右侧会出现滑块：每个潜维度一个。可随时拖动，模型训练时也行。</translation>
        </message>
        <message>
            <source>Traverse</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>遍历</translation>
        </message>
        <message>
            <source>Explore draws a row of pictures for each dimension. Click a picture to go there.</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>“探索”为每个维度绘制一行图片。点击图片即可移到该处。</translation>
        </message>
        <message>
            <source>Export</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>导出</translation>
        </message>
        <message>
            <source>“Export…” in Explore and elsewhere writes pictures and loops. Drop one on the window to see it again.</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>“探索”等处的“导出…”可写出图片和循环动画。把它们拖放到窗口上即可再次查看。</translation>
        </message>
        <message>
            <source>Setup › {section}</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>配置 › {section}</translation>
        </message>
        <message>
            <source>Run</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>运行</translation>
        </message>
        <message>
            <source>Export…</source>
            <extracomment>latentlab/gui/main_menu.py</extracomment>
            <translation>导出…</translation>
        </message>
        <message>
            <source>{ended} at step {step:,}</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>{ended}，第 {step:,} 步</translation>
        </message>
        <message>
            <source>{label} — LatentLab</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>{label} — LatentLab</translation>
        </message>
        <message>
            <source>; everything is saved in {path}.</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>；全部内容已保存在 {path}。</translation>
        </message>
        <message>
            <source> without saving; {what} in {path}.</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation> 且未保存；{what}，位于 {path}。</translation>
        </message>
        <message>
            <source>step {kept:,} is kept</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>已保留第 {kept:,} 步</translation>
        </message>
        <message>
            <source>no step is kept</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>未保留任何一步</translation>
        </message>
        <message>
            <source>Finished</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Stopped</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>已停止</translation>
        </message>
        <message>
            <source>Traverse the latent space</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>遍历潜空间</translation>
        </message>
        <message>
            <source>Continue</source>
            <extracomment>latentlab/gui/main_window.py</extracomment>
            <translation>继续训练</translation>
        </message>
        <message>
            <source>loading PyTorch</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>正在加载 PyTorch</translation>
        </message>
        <message>
            <source>no run</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>无运行</translation>
        </message>
        <message>
            <source>preparing data</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>正在准备数据</translation>
        </message>
        <message>
            <source>running</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>运行中</translation>
        </message>
        <message>
            <source>paused</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>finishing the step</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>正在完成当前步</translation>
        </message>
        <message>
            <source>waiting for room</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>等待磁盘空间</translation>
        </message>
        <message>
            <source>finished</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>已完成</translation>
        </message>
        <message>
            <source>stopped</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>已停止</translation>
        </message>
        <message>
            <source>failed</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>已失败</translation>
        </message>
        <message>
            <source>opened</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>已打开</translation>
        </message>
        <message>
            <source>live elsewhere</source>
            <extracomment>latentlab/gui/models/current_run.py</extracomment>
            <translation>在别处训练中</translation>
        </message>
        <message>
            <source>It was drawn from the run {run}, which is not in {folder}.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>它由运行 {run} 绘制，而该运行不在 {folder} 中。</translation>
        </message>
        <message>
            <source>It was drawn from the run {run}. Stop the run in training to go there.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>它由运行 {run} 绘制。请先停止正在训练的运行，再前往该处。</translation>
        </message>
        <message>
            <source>Open the run {run} and show this view again</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>打开运行 {run} 并再次显示此视图</translation>
        </message>
        <message>
            <source>{channels}-channel</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>{channels} 通道</translation>
        </message>
        <message>
            <source>{name}: cropped and scaled to {width}×{height} {kind} where it is not.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>{name}：如有不符，将裁剪并缩放为 {width}×{height} {kind}图像。</translation>
        </message>
        <message>
            <source>The picture was drawn by the model of step {step:,}; every pane looks at that checkpoint now.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>该图片由第 {step:,} 步的模型绘制；现在所有面板都查看该检查点。</translation>
        </message>
        <message>
            <source>The picture was drawn by the model of step {step:,}, which is not kept; shown is that of step {shown:,}.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>该图片由第 {step:,} 步的模型绘制，但该步未保留；现显示第 {shown:,} 步的模型。</translation>
        </message>
        <message>
            <source>Open the run</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>打开运行</translation>
        </message>
        <message>
            <source>Start from this image</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>从此图像开始</translation>
        </message>
        <message>
            <source>Show this view again</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>再次显示此视图</translation>
        </message>
        <message>
            <source>Open {names}</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>打开 {names}</translation>
        </message>
        <message>
            <source>To show the picture's view again, {names} must be opened.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>要再次显示该图片的视图，须先打开 {names}。</translation>
        </message>
        <message>
            <source>Back to the newest weights</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>回到最新权重</translation>
        </message>
        <message>
            <source>Scan this folder</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>扫描此文件夹</translation>
        </message>
        <message>
            <source>Scan these images</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>扫描这些图像</translation>
        </message>
        <message>
            <source>A run is training. Stop it before opening another.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>有运行正在训练。请先停止它，再打开其他运行。</translation>
        </message>
        <message>
            <source>Train a run or open one first; then an image is encoded.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>请先训练或打开一个运行，然后才能编码图像。</translation>
        </message>
        <message>
            <source>The clipboard is empty: copy an image, its file or values of z first.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>剪贴板为空：请先复制图像、图像文件或 z 的值。</translation>
        </message>
        <message>
            <source>{name}: train a run or open one first; then an image is encoded.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>{name}：请先训练或打开一个运行，然后才能编码图像。</translation>
        </message>
        <message>
            <source>grey</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>灰度</translation>
        </message>
        <message>
            <source>colour</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>彩色</translation>
        </message>
        <message>
            <source>The picture's view cannot be shown again: {error}</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>无法再次显示该图片的视图：{error}</translation>
        </message>
        <message>
            <source>Train a run or open one first; then what is pasted is taken.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>请先训练或打开一个运行，然后才能接收粘贴的内容。</translation>
        </message>
        <message>
            <source>{name} was drawn from the run {run}. Stop the run in training to go there.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>{name} 由运行 {run} 绘制。请先停止正在训练的运行，再前往该处。</translation>
        </message>
        <message>
            <source>{name} was drawn from the run {run}, which is not in {folder}.</source>
            <extracomment>latentlab/gui/models/dropped_files.py</extracomment>
            <translation>{name} 由运行 {run} 绘制，而该运行不在 {folder} 中。</translation>
        </message>
        <message>
            <source>Saved {path}.</source>
            <extracomment>latentlab/gui/models/exports.py</extracomment>
            <translation>已保存 {path}。</translation>
        </message>
        <message>
            <source>another z</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>另一个 z</translation>
        </message>
        <message>
            <source>pasted z</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>粘贴的 z</translation>
        </message>
        <message>
            <source>reset</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>重置</translation>
        </message>
        <message>
            <source>There is no start image whose posterior could be drawn from: choose one first.</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>没有可从其后验采样的起始图像：请先选择一幅。</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>draw from q(z|x)</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>从 q(z|x) 采样</translation>
        </message>
        <message>
            <source>random draw</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>随机采样</translation>
        </message>
        <message>
            <source>Crop and scale it</source>
            <extracomment>latentlab/gui/models/latent.py</extracomment>
            <translation>裁剪并缩放</translation>
        </message>
        <message>
            <source>about {minutes} min</source>
            <extracomment>latentlab/gui/models/learning.py</extracomment>
            <translation>约 {minutes} 分钟</translation>
        </message>
        <message>
            <source>{length} · {done} of {count} steps done</source>
            <extracomment>latentlab/gui/models/learning.py</extracomment>
            <translation>{length} · 已完成 {done}/{count} 步</translation>
        </message>
        <message>
            <source>{title} is in the queue; {before} before it.</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>{title} 已加入队列；前面还有 {before} 项。</translation>
        </message>
        <message>
            <source>The command {then!r} cannot be run; see Preferences, After the queue.</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>无法执行命令 {then!r}；请查看“偏好设置”中的“队列完成后”。</translation>
        </message>
        <message>
            <source>1 entry run</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>已运行 1 项</translation>
        </message>
        <message>
            <source>{run:,} entries run</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>已运行 {run:,} 项</translation>
        </message>
        <message>
            <source>The queue is done: {runs}, {failed} failed.</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>队列已完成：{runs}，{failed} 项失败。</translation>
        </message>
        <message>
            <source>The queue is done: {runs}.</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>队列已完成：{runs}。</translation>
        </message>
        <message>
            <source>Show the queue</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>显示队列</translation>
        </message>
        <message>
            <source>Run the queue</source>
            <extracomment>latentlab/gui/models/queue.py</extracomment>
            <translation>执行队列</translation>
        </message>
        <message>
            <source>{total:,} runs</source>
            <extracomment>latentlab/gui/models/run_library.py</extracomment>
            <translation>{total:,} 个运行</translation>
        </message>
        <message>
            <source>{what} moved to the bin.</source>
            <extracomment>latentlab/gui/models/run_library.py</extracomment>
            <translation>{what} 已移到回收站。</translation>
        </message>
        <message>
            <source>Undo</source>
            <extracomment>latentlab/gui/models/run_library.py</extracomment>
            <translation>撤销</translation>
        </message>
        <message>
            <source>damaged</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>Date</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>日期</translation>
        </message>
        <message>
            <source>Note</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>备注</translation>
        </message>
        <message>
            <source>{step:,} of {steps:,}</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>{step:,} / {steps:,}</translation>
        </message>
        <message>
            <source>Name</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>名称</translation>
        </message>
        <message>
            <source>State</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>状态</translation>
        </message>
        <message>
            <source>Data</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>数据</translation>
        </message>
        <message>
            <source>Method</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>方法</translation>
        </message>
        <message>
            <source>Step</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>步</translation>
        </message>
        <message>
            <source>Held-out ELBO</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>留出 ELBO</translation>
        </message>
        <message>
            <source>Tags</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>标签</translation>
        </message>
        <message>
            <source>Branch of {run} at step {step:,}</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>{run} 在第 {step:,} 步的分支</translation>
        </message>
        <message>
            <source>At the newest checkpoint, in nats per image; higher is better. Comparable for the same images alone.</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>取自最新检查点，单位为 nats/图像；越高越好。只有图像相同时才可比较。</translation>
        </message>
        <message>
            <source>unknown</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>未知</translation>
        </message>
        <message>
            <source>Sort by “{title}”</source>
            <extracomment>latentlab/gui/models/run_table.py</extracomment>
            <translation>按“{title}”排序</translation>
        </message>
        <message>
            <source>The process that was training {name} has ended without saving; {step} is kept.</source>
            <extracomment>latentlab/gui/models/runs.py</extracomment>
            <translation>训练 {name} 的进程未保存就已结束；已保留 {step}。</translation>
        </message>
        <message>
            <source>{name} has {state} at {step}.</source>
            <extracomment>latentlab/gui/models/runs.py</extracomment>
            <translation>{name} {state}，{step}。</translation>
        </message>
        <message>
            <source>step {step:,}</source>
            <extracomment>latentlab/gui/models/runs.py</extracomment>
            <translation>第 {step:,} 步</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <extracomment>latentlab/gui/models/show_in_folder.py</extracomment>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>{folder}: no program here opens folders.</source>
            <extracomment>latentlab/gui/models/show_in_folder.py</extracomment>
            <translation>{folder}：此处没有能打开文件夹的程序。</translation>
        </message>
        <message>
            <source>No run is training.</source>
            <extracomment>latentlab/gui/models/steering.py</extracomment>
            <translation>没有正在训练的运行。</translation>
        </message>
        <message>
            <source>The run has ended; nothing was changed.</source>
            <extracomment>latentlab/gui/models/steering.py</extracomment>
            <translation>运行已结束；未作任何更改。</translation>
        </message>
        <message>
            <source>{name} is training: step {step:,} of {steps:,}</source>
            <extracomment>latentlab/gui/models/training.py</extracomment>
            <translation>{name} 正在训练：第 {step:,} 步，共 {steps:,} 步</translation>
        </message>
        <message>
            <source>The queue is running</source>
            <extracomment>latentlab/gui/models/training.py</extracomment>
            <translation>队列正在执行</translation>
        </message>
        <message>
            <source>{why} Training waits and goes on by itself once it can write; nothing is lost meanwhile.</source>
            <extracomment>latentlab/gui/models/training.py</extracomment>
            <translation>{why} 训练会等待，一旦可以写入便自行继续；其间不会丢失任何内容。</translation>
        </message>
        <message>
            <source>Go on from the last checkpoint at half the learning rate</source>
            <extracomment>latentlab/gui/models/training.py</extracomment>
            <translation>从上一个检查点以一半的学习率继续</translation>
        </message>
        <message>
            <source>Choose another folder…</source>
            <extracomment>latentlab/gui/models/training.py</extracomment>
            <translation>选择其他文件夹…</translation>
        </message>
        <message>
            <source>Stop without saving</source>
            <extracomment>latentlab/gui/models/training.py</extracomment>
            <translation>停止且不保存</translation>
        </message>
        <message>
            <source>Copy its command line</source>
            <extracomment>latentlab/gui/models/views.py</extracomment>
            <translation>复制其命令行</translation>
        </message>
        <message>
            <source>{size} of memory or more</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>至少 {size} 内存</translation>
        </message>
        <message>
            <source>{steps:,} steps</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>{steps:,} 步</translation>
        </message>
        <message>
            <source>{count:,.2f} M parameters</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>{count:,.2f} M 个参数</translation>
        </message>
        <message>
            <source>{count:,} parameters</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>{count:,} 个参数</translation>
        </message>
        <message>
            <source>Time: of a few steps, measured on this machine while it trains nothing.
Memory: the least that training takes, for weights, gradients, the optimiser's state and a batch's activations.</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>时间：取若干步，在本机未训练任何模型时测得。
内存：训练所需的最小值，包括权重、梯度、优化器状态和一个批次的激活值。</translation>
        </message>
        <message>
            <source>{text}; {size} are free</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>{text}；可用 {size}</translation>
        </message>
        <message>
            <source>{epochs:,} epochs</source>
            <extracomment>latentlab/gui/network_cost.py</extracomment>
            <translation>{epochs:,} 轮</translation>
        </message>
        <message>
            <source>{run} has finished.</source>
            <extracomment>latentlab/gui/notifier.py</extracomment>
            <translation>{run} 已完成。</translation>
        </message>
        <message>
            <source>{run} has failed.</source>
            <extracomment>latentlab/gui/notifier.py</extracomment>
            <translation>{run} 已失败。</translation>
        </message>
        <message>
            <source>{run} waits for room on the disk.</source>
            <extracomment>latentlab/gui/notifier.py</extracomment>
            <translation>{run} 正在等待磁盘空间。</translation>
        </message>
        <message>
            <source>The run</source>
            <extracomment>latentlab/gui/notifier.py</extracomment>
            <translation>运行</translation>
        </message>
        <message>
            <source>Random three</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>随机三幅</translation>
        </message>
        <message>
            <source>Three held-out images by chance.</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>随机选取三幅留出图像。</translation>
        </message>
        <message>
            <source>Take its z</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>取用其 z</translation>
        </message>
        <message>
            <source>Make a − b + c the current z.</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>把 a − b + c 设为当前 z。</translation>
        </message>
        <message>
            <source>Write all pictures as PNG, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>把所有图片写成 PNG，并附上可重新绘制它们的命令行。</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>尚无结果</translation>
        </message>
        <message>
            <source>The decoded z = μ(a) − μ(b) + μ(c).</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>解码 z = μ(a) − μ(b) + μ(c) 的结果。</translation>
        </message>
        <message>
            <source>Held-out images nearest to the answer</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>与结果最近的留出图像</translation>
        </message>
        <message>
            <source>Train a run or open one: the images nearest to the answer appear here.</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>训练或打开一个运行：与结果最近的图像会显示在这里。</translation>
        </message>
        <message>
            <source>The held-out images nearest to the answer: number · ‖z − μ(x)‖. Click one to start there.</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>与结果最近的留出图像：编号 · ‖z − μ(x)‖。点击一幅即从它开始。</translation>
        </message>
        <message>
            <source>Looking at the held-out images …</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>正在查看留出图像 …</translation>
        </message>
        <message>
            <source>analogy</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>类比</translation>
        </message>
        <message>
            <source>Analogy</source>
            <extracomment>latentlab/gui/panes/analogy.py</extracomment>
            <translation>类比</translation>
        </message>
        <message>
            <source>of this moment</source>
            <extracomment>latentlab/gui/panes/checkpoints.py</extracomment>
            <translation>此刻的</translation>
        </message>
        <message>
            <source>that is looked at</source>
            <extracomment>latentlab/gui/panes/checkpoints.py</extracomment>
            <translation>正在查看的</translation>
        </message>
        <message>
            <source>Keep checkpoint</source>
            <extracomment>latentlab/gui/panes/checkpoints.py</extracomment>
            <translation>保留检查点</translation>
        </message>
        <message>
            <source>Name for the checkpoint {what}:</source>
            <extracomment>latentlab/gui/panes/checkpoints.py</extracomment>
            <translation>{what}检查点的名称：</translation>
        </message>
        <message>
            <source>{method} · step {step:,}
{date}</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>{method} · 第 {step:,} 步
{date}</translation>
        </message>
        <message>
            <source>What is compared</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>比较内容</translation>
        </message>
        <message>
            <source>Add folder…</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>添加文件夹…</translation>
        </message>
        <message>
            <source>List the runs of another folder too, or a run that lies elsewhere.</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>把另一文件夹中的运行或位于别处的运行也列出来。</translation>
        </message>
        <message>
            <source>Add a folder of runs</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>添加存放运行的文件夹</translation>
        </message>
        <message>
            <source>Curves</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>曲线</translation>
        </message>
        <message>
            <source>One metric of the checked runs.</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>勾选的运行的一项指标。</translation>
        </message>
        <message>
            <source>Settings and numbers</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>设置与数值</translation>
        </message>
        <message>
            <source>The settings in which the checked runs differ, and their numbers.</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>勾选的运行之间不同的设置，以及它们的数值。</translation>
        </message>
        <message>
            <source>Two models</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>两个模型</translation>
        </message>
        <message>
            <source>The current model beside that of a checked run.</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>当前模型与一个勾选的运行的模型并排显示。</translation>
        </message>
        <message>
            <source>{folder}: no run lies in it.</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>{folder}：其中没有运行。</translation>
        </message>
        <message>
            <source>Compare</source>
            <extracomment>latentlab/gui/panes/compare.py</extracomment>
            <translation>比较</translation>
        </message>
        <message>
            <source>this run</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL(q(z|t(x)) ‖ q(z|x)) and the reverse; Jeffreys is their sum. W₂: 2-Wasserstein distance in units of z. Ratio: squared distance of the means over that of two unrelated images, 0 invariant, 1 as unrelated. Nearest: which held-out image's mean is nearest to that of t(x). A small KL can come from wide posteriors alone; ratio and nearest tell.</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>KL(q(z|t(x)) ‖ q(z|x)) 及其反向；Jeffreys 为两者之和。W₂：2-Wasserstein 距离，以 z 为单位。比值：均值之间的平方距离与两幅无关图像的平方距离之比，0 表示不变，1 表示如同无关。最近：哪幅留出图像的均值离 t(x) 的均值最近。KL 小也可能只是因为后验很宽；比值和最近者能说明问题。</translation>
        </message>
        <message>
            <source>nats</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reverse</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>反向</translation>
        </message>
        <message>
            <source>units of z</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ratio</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>比值</translation>
        </message>
        <message>
            <source>nearest</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>最近邻</translation>
        </message>
        <message>
            <source>step</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>步</translation>
        </message>
        <message>
            <source>t drawn from {policy}, draw {draw_number}</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>t 取自 {policy}，第 {draw_number} 次采样</translation>
        </message>
        <message>
            <source>no second run</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>无第二个运行</translation>
        </message>
        <message>
            <source>A run whose newest model looks at the same x and t(x), beside this one: a VAE beside a CR-VAE.</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>另一个运行，其最新模型与当前模型一同查看相同的 x 和 t(x)：例如 VAE 与 CR-VAE 并排。</translation>
        </message>
        <message>
            <source>Train a run or open one: x and t(x) appear here.</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>训练或打开一个运行：x 和 t(x) 会显示在这里。</translation>
        </message>
        <message>
            <source>x and t(x) with their reconstructions. Click a row to make its posterior mean the current z.</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>x 和 t(x) 及其重构。点击一行，把它的后验均值设为当前 z。</translation>
        </message>
        <message>
            <source>Identity</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>恒等</translation>
        </message>
        <message>
            <source>Back to the transformation that changes nothing.</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>恢复为不作任何改变的变换。</translation>
        </message>
        <message>
            <source>Write x and t(x) with their reconstructions as PNG, and the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>把 x 和 t(x) 及其重构写成 PNG，并附上可重新绘制的命令行。</translation>
        </message>
        <message>
            <source>Export consistency</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>导出一致性</translation>
        </message>
        <message>
            <source>another</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>另一个</translation>
        </message>
        <message>
            <source>the policy of {run}</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>{run} 的策略</translation>
        </message>
        <message>
            <source>the run's policy</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>该运行的策略</translation>
        </message>
        <message>
            <source>Consistency</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>一致性</translation>
        </message>
        <message>
            <source>Beside</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>并排对比</translation>
        </message>
        <message>
            <source>posterior of t(x)</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>t(x) 的后验</translation>
        </message>
        <message>
            <source>posterior of x</source>
            <extracomment>latentlab/gui/panes/consistency.py</extracomment>
            <translation>x 的后验</translation>
        </message>
        <message>
            <source>{title}: {count:,} images{classes}{download} · licence: {licence} · {citation}</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>{title}：{count:,} 幅图像{classes}{download} · 许可证：{licence} · {citation}</translation>
        </message>
        <message>
            <source>Folder for the files of {title}</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>存放 {title} 文件的文件夹</translation>
        </message>
        <message>
            <source> in {classes:,} classes</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>，共 {classes:,} 类</translation>
        </message>
        <message>
            <source> · a download of {size:,.1f} MB</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation> · 需下载 {size:,.1f} MB</translation>
        </message>
        <message>
            <source>Look</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>查看</translation>
        </message>
        <message>
            <source>Prepare</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>准备</translation>
        </message>
        <message>
            <source>Decode every image once, at the training size, into a store on disk that training reads. A run does so by itself when it starts; what was cancelled goes on where it ended.</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>把每幅图像按训练尺寸解码一次，存入磁盘供训练读取。运行启动时会自行完成；取消后可从中断处继续。</translation>
        </message>
        <message>
            <source>Use in the next run</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>用于下一个运行</translation>
        </message>
        <message>
            <source>Put these images into Setup, as the data of the next run.</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>把这些图像填入“配置”，作为下一个运行的数据。</translation>
        </message>
        <message>
            <source>Progress</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>进度</translation>
        </message>
        <message>
            <source>Drop a folder, a zip or an array of images here, or choose a collection and press Look.</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>把图像文件夹、zip 或图像数组拖放到这里，或选择一个图像集并按“查看”。</translation>
        </message>
        <message>
            <source>Some of the images, from the first to the last, at the size and in the colours of the network.</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>从首至尾选取的部分图像，按网络所用的尺寸和颜色显示。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>取消</translation>
        </message>
        <message>
            <source>End it; what was prepared or downloaded is kept and gone on with next time.</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>结束操作；已准备或下载的内容会保留，下次从此继续。</translation>
        </message>
        <message>
            <source>Read the collection: some of its images, and what is wrong with its files.</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>读取图像集：显示其中部分图像，以及文件存在的问题。</translation>
        </message>
        <message>
            <source>Cancelling …</source>
            <extracomment>latentlab/gui/panes/data.py</extracomment>
            <translation>正在取消 …</translation>
        </message>
        <message>
            <source>The KL of each latent dimension appears here.</source>
            <extracomment>latentlab/gui/panes/dimensions.py</extracomment>
            <translation>各潜维度的 KL 会显示在这里。</translation>
        </message>
        <message>
            <source>Directions (*.npz)</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>方向 (*.npz)</translation>
        </message>
        <message>
            <source>These images have no labels that tell them apart. A direction can still be made from an attribute, such as brightness, or from two groups that you encircle on the map (Ctrl+5).</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>这些图像没有可以区分它们的标签。仍可根据属性（如亮度）或在地图 (Ctrl+5) 上圈出的两组图像得到方向。</translation>
        </message>
        <message>
            <source>z + δ·s·v: v is the difference of the two groups' mean posterior means, or the normal of a linear classifier; s is the standard deviation of the held-out means along v. Click a picture to make its z the current one.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>z + δ·s·v：v 为两组后验均值的平均之差，或线性分类器的法向量；s 为留出图像均值沿 v 的标准差。点击图片，把它的 z 设为当前 z。</translation>
        </message>
        <message>
            <source>AUC: how well the place along the direction tells the two groups apart, on images that it was not made from: 0.5 is chance, 1 is perfect. Also changes: correlation of the place along the classifier's direction with others.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>AUC：沿该方向的位置在多大程度上能区分两组，用未参与求得方向的图像计算：0.5 为随机，1 为完美。同时变化：沿分类器方向的位置与其他属性的相关性。</translation>
        </message>
        <message>
            <source>{scores} · {counts}
Also changes: {also} · model of step {step:,}</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>{scores} · {counts}
同时变化：{also} · 第 {step:,} 步的模型</translation>
        </message>
        <message>
            <source>Draw lasso A and lasso B around images on the map (Ctrl+5), then choose Direction A → B there.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>在地图 (Ctrl+5) 上用套索 A 和套索 B 圈选图像，然后在那里选择“方向 A → B”。</translation>
        </message>
        <message>
            <source>means</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>均值</translation>
        </message>
        <message>
            <source>classifier</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{there:,} images of {toward} told from {here:,} of {away}</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>{toward}：{there:,} 幅，区别于 {away}：{here:,} 幅</translation>
        </message>
        <message>
            <source>z as given</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>原样的 z</translation>
        </message>
        <message>
            <source>Write both walks as PNG or looping GIF, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>把两条路径写成 PNG 或循环 GIF，并附上可重新绘制的命令行。</translation>
        </message>
        <message>
            <source>Keep as slider</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>保留为滑块</translation>
        </message>
        <message>
            <source>Keep the classifier's direction as a slider that moves the current z along it.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>把分类器的方向保留为滑块，使当前 z 沿它移动。</translation>
        </message>
        <message>
            <source>Save…</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Write the kept directions to a file: names, vectors, standard deviations and steps, as NPZ.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>把保留的方向写入文件：名称、向量、标准差和步，格式为 NPZ。</translation>
        </message>
        <message>
            <source>Load…</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>加载…</translation>
        </message>
        <message>
            <source>Keep the directions of a file as sliders too.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>把文件中的方向也保留为滑块。</translation>
        </message>
        <message>
            <source>Train a run or open one: the way from one kind of images to another appears here.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>训练或打开一个运行：从一类图像到另一类的路径会显示在这里。</translation>
        </message>
        <message>
            <source>Save directions</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>保存方向</translation>
        </message>
        <message>
            <source>Load directions</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>加载方向</translation>
        </message>
        <message>
            <source>nothing that is known</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>没有已知信息</translation>
        </message>
        <message>
            <source>The direction {name} is kept already.</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>方向 {name} 已保留。</translation>
        </message>
        <message>
            <source>direction</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>方向</translation>
        </message>
        <message>
            <source>Directions</source>
            <extracomment>latentlab/gui/panes/directions.py</extracomment>
            <translation>方向</translation>
        </message>
        <message>
            <source>Mean logit over patches. Far apart: the discriminator tells them with ease, and its gradient teaches little. Together near 0: it cannot tell them.</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>各图块的平均 logit。相距很远：判别器轻易区分二者，其梯度几乎不起指导作用。一同接近 0：它无法区分。</translation>
        </message>
        <message>
            <source>Discriminator</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>判别器</translation>
        </message>
        <message>
            <source>mean logit, above 0 for “real”</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>平均 logit，大于 0 判为“真”</translation>
        </message>
        <message>
            <source>The discriminator has not begun to learn.</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>判别器尚未开始学习。</translation>
        </message>
        <message>
            <source>original</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>原图</translation>
        </message>
        <message>
            <source>reconstruction</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>重构</translation>
        </message>
        <message>
            <source>train</source>
            <extracomment>latentlab/gui/panes/discriminator.py</extracomment>
            <translation>训练</translation>
        </message>
        <message>
            <source>{formula} Before weighting. Held-out values are measured at each checkpoint on images that are not learned from.</source>
            <extracomment>latentlab/gui/panes/divergences.py</extracomment>
            <translation>{formula} 加权之前的值。留出值在每个检查点用不参与学习的图像测得。</translation>
        </message>
        <message>
            <source> · × {weight:g} in the loss</source>
            <extracomment>latentlab/gui/panes/divergences.py</extracomment>
            <translation> · 在损失中 × {weight:g}</translation>
        </message>
        <message>
            <source>“{title}” appears here.</source>
            <extracomment>latentlab/gui/panes/divergences.py</extracomment>
            <translation>“{title}”会显示在这里。</translation>
        </message>
        <message>
            <source>held out</source>
            <extracomment>latentlab/gui/panes/divergences.py</extracomment>
            <translation>留出</translation>
        </message>
        <message>
            <source>Not measured yet. Evaluate measures likelihood, information, consistency and reconstruction.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>尚未测量。“评估”测量似然、信息、一致性和重构。</translation>
        </message>
        <message>
            <source>S, importance samples per image for −log p(x). More are closer to the truth, and take longer.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>S，估计 −log p(x) 时每幅图像的重要性样本数。越多越接近真值，耗时也越长。</translation>
        </message>
        <message>
            <source>{run}, step {step:,}{of_older} · measured {when} · {images} · seed {seed}</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>{run}，第 {step:,} 步{of_older} · 测于 {when} · {images} · 种子 {seed}</translation>
        </message>
        <message>
            <source>· Beside it: {run}, step {step:,}, {images}, S = {s:,}</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>· 对比：{run}，第 {step:,} 步，{images}，S = {s:,}</translation>
        </message>
        <message>
            <source>Importance samples</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>重要性样本数</translation>
        </message>
        <message>
            <source>Evaluate</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>评估</translation>
        </message>
        <message>
            <source>Copy</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the numbers as text.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>把数值复制为文本。</translation>
        </message>
        <message>
            <source>Show what was measured of another run beside this one.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>把另一个运行的测量结果与本运行并排显示。</translation>
        </message>
        <message>
            <source>Progress of the evaluation</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>评估进度</translation>
        </message>
        <message>
            <source>Evaluation</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>评估</translation>
        </message>
        <message>
            <source>End the measurement; nothing is written.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>结束测量；不写入任何内容。</translation>
        </message>
        <message>
            <source>; the newest checkpoint is of step {newer:,}</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>；最新检查点为第 {newer:,} 步</translation>
        </message>
        <message>
            <source>· Beside it: {problem}</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>· 对比：{problem}</translation>
        </message>
        <message>
            <source>beside</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>对比</translation>
        </message>
        <message>
            <source>Variance of means</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>均值的方差</translation>
        </message>
        <message>
            <source>KL to the prior, nats</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>相对于先验的 KL，nats</translation>
        </message>
        <message>
            <source>Note: {note}.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>注：{note}。</translation>
        </message>
        <message>
            <source>A run in training is measured at its checkpoints; stop it to evaluate it in full.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>训练中的运行在其检查点处测量；要完整评估，请先停止它。</translation>
        </message>
        <message>
            <source>Cancelled. {caption}</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>已取消。{caption}</translation>
        </message>
        <message>
            <source>Measure the newest checkpoint on held-out images (evaluation.json in the run's folder).</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>用留出图像测量最新检查点（运行文件夹中的 evaluation.json）。</translation>
        </message>
        <message>
            <source>{label} is not measured yet; open it and press Evaluate.</source>
            <extracomment>latentlab/gui/panes/evaluation.py</extracomment>
            <translation>{label} 尚未测量；请打开它并按“评估”。</translation>
        </message>
        <message>
            <source>Originals, reconstructions and samples of the live model appear here.</source>
            <extracomment>latentlab/gui/panes/gallery.py</extracomment>
            <translation>当前模型的原图、重构和样本会显示在这里。</translation>
        </message>
        <message>
            <source>Click an image to start from it in the latent explorer.</source>
            <extracomment>latentlab/gui/panes/gallery.py</extracomment>
            <translation>点击图像，在潜空间浏览器中从它开始。</translation>
        </message>
        <message>
            <source>, the nearest kept to {step:,.0f}</source>
            <extracomment>latentlab/gui/panes/gallery.py</extracomment>
            <translation>，最接近第 {step:,.0f} 步的已保留检查点</translation>
        </message>
        <message>
            <source>held-out images · model of step {step:,}{nearest}</source>
            <extracomment>latentlab/gui/panes/gallery.py</extracomment>
            <translation>留出图像 · 第 {step:,} 步的模型{nearest}</translation>
        </message>
        <message>
            <source>Reconstructions and samples</source>
            <extracomment>latentlab/gui/panes/gallery.py</extracomment>
            <translation>重构与样本</translation>
        </message>
        <message>
            <source>prior sample</source>
            <extracomment>latentlab/gui/panes/gallery.py</extracomment>
            <translation>先验样本</translation>
        </message>
        <message>
            <source>lerp: z = (1 − α)·a + α·b. slerp: along the great circle between their directions. Click a picture to make its z the current one.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>lerp：z = (1 − α)·a + α·b。slerp：沿二者方向之间的大圆。点击图片，把它的 z 设为当前 z。</translation>
        </message>
        <message>
            <source>z = (1 − β)·[(1 − α)·a + α·b] + β·[(1 − α)·c + α·d]. Click a picture to make its z the current one.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>z = (1 − β)·[(1 − α)·a + α·b] + β·[(1 − α)·c + α·d]。点击图片，把它的 z 设为当前 z。</translation>
        </message>
        <message>
            <source>Lengths: of the path in z, ‖Δz‖ summed from picture to picture, and the sum of the distances between neighbouring pictures, pixels in [0, 1].</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>长度：z 中路径的长度，即相邻图片间 ‖Δz‖ 之和；以及相邻图片之间的距离之和，像素取值在 [0, 1]。</translation>
        </message>
        <message>
            <source>Train a run or open one: the way from A to B appears here.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>训练或打开一个运行：从 A 到 B 的路径会显示在这里。</translation>
        </message>
        <message>
            <source>{row} at α = {share}</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>{row}，α = {share}</translation>
        </message>
        <message>
            <source>{lengths} · model of step {step:,}
{at}: log q(z) {here} nats, log p(z) {prior} nats</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>{lengths} · 第 {step:,} 步的模型
{at}：log q(z) {here} nats，log p(z) {prior} nats</translation>
        </message>
        <message>
            <source>Pictures on a side of the plane, the corners included.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>平面每边的图片数，含角点。</translation>
        </message>
        <message>
            <source>The way from A to B, or the plane between A, B, C and D.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>从 A 到 B 的路径，或 A、B、C、D 之间的平面。</translation>
        </message>
        <message>
            <source>Interpolation between</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>插值对象</translation>
        </message>
        <message>
            <source>Random</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>随机</translation>
        </message>
        <message>
            <source>Held-out images by chance.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>随机选取留出图像。</translation>
        </message>
        <message>
            <source>Pictures from A to B, both included.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>从 A 到 B 的图片数，含两端。</translation>
        </message>
        <message>
            <source>Steps</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>步数</translation>
        </message>
        <message>
            <source>Steps of a side</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>每边步数</translation>
        </message>
        <message>
            <source>from samples</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>取自样本</translation>
        </message>
        <message>
            <source>Copy the pictures (Ctrl+C in the grid).</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>复制图片（在网格中按 Ctrl+C）。</translation>
        </message>
        <message>
            <source>Copy the pictures</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Write the pictures as PNG, or as a GIF, WebP or MP4 loop, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>把图片写成 PNG，或 GIF、WebP、MP4 循环动画，并附上可重新绘制的命令行。</translation>
        </message>
        <message>
            <source>Draw the images' z from their posteriors, by seed {seed}, instead of taking their means.</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>用种子 {seed} 从图像的后验中采样 z，而不取其均值。</translation>
        </message>
        <message>
            <source>interpolation</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>插值</translation>
        </message>
        <message>
            <source>α across, β down · model of step {step:,}</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>横向 α，纵向 β · 第 {step:,} 步的模型</translation>
        </message>
        <message>
            <source>{kind}: length {in_z:.2f} in z, {in_pixels:.2f} in pixels</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>{kind}：在 z 中长 {in_z:.2f}，在像素中长 {in_pixels:.2f}</translation>
        </message>
        <message>
            <source>between two images</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>两幅图像之间</translation>
        </message>
        <message>
            <source>between four images</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>四幅图像之间</translation>
        </message>
        <message>
            <source>Interpolation</source>
            <extracomment>latentlab/gui/panes/interpolation.py</extracomment>
            <translation>插值</translation>
        </message>
        <message>
            <source>my own ranges</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>自定义范围</translation>
        </message>
        <message>
            <source>flip left–right</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>左右翻转</translation>
        </message>
        <message>
            <source>flip top–bottom</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>上下翻转</translation>
        </message>
        <message>
            <source>black outside</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>外部为黑色</translation>
        </message>
        <message>
            <source>edge repeated</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>重复边缘</translation>
        </message>
        <message>
            <source>mirrored</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>镜像</translation>
        </message>
        <message>
            <source>Rotation ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>旋转 ±</translation>
        </message>
        <message>
            <source>Degrees: the angle is drawn from ± this.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>度：角度在 ± 此值之间抽取。</translation>
        </message>
        <message>
            <source>Shift ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>平移 ±</translation>
        </message>
        <message>
            <source>Share of the side: both shifts are drawn from ± this.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>占边长的比例：两个方向的平移都在 ± 此值之间抽取。</translation>
        </message>
        <message>
            <source>Least scale</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>最小缩放</translation>
        </message>
        <message>
            <source>The factor is drawn from here up; above 1 enlarges.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>缩放因子的下限；大于 1 为放大。</translation>
        </message>
        <message>
            <source>Largest scale</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>最大缩放</translation>
        </message>
        <message>
            <source>The factor is drawn up to here.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>缩放因子的上限。</translation>
        </message>
        <message>
            <source>Shear ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>错切 ±</translation>
        </message>
        <message>
            <source>Degrees: drawn from ± this.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>度：在 ± 此值之间抽取。</translation>
        </message>
        <message>
            <source>Brightness ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>亮度 ±</translation>
        </message>
        <message>
            <source>Values are multiplied by 1 ± this.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>像素值乘以 1 ± 此值。</translation>
        </message>
        <message>
            <source>Contrast ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>对比度 ±</translation>
        </message>
        <message>
            <source>Distances from the image's mean are multiplied by 1 ± this.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>与图像均值之差乘以 1 ± 此值。</translation>
        </message>
        <message>
            <source>Saturation ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>饱和度 ±</translation>
        </message>
        <message>
            <source>Distances from grey are multiplied by 1 ± this; colour images only.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>与灰色之差乘以 1 ± 此值；仅限彩色图像。</translation>
        </message>
        <message>
            <source>Hue ±</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>色相 ±</translation>
        </message>
        <message>
            <source>Turns of the colour circle, drawn from ± this; colour images only.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>色环的圈数，在 ± 此值之间抽取；仅限彩色图像。</translation>
        </message>
        <message>
            <source>Noise to</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>噪声上限</translation>
        </message>
        <message>
            <source>The standard deviation is drawn from 0 to this; pixels lie in [0, 1].</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>标准差在 0 到此值之间抽取；像素取值在 [0, 1]。</translation>
        </message>
        <message>
            <source>Blur to</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>模糊上限</translation>
        </message>
        <message>
            <source>σ of the Gaussian is drawn from 0 to this, pixels.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>高斯核的 σ 在 0 到此值之间抽取，单位为像素。</translation>
        </message>
        <message>
            <source>Erase to</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>擦除上限</translation>
        </message>
        <message>
            <source>The share of the area that is blackened is drawn from 0 to this.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>涂黑面积的比例在 0 到此值之间抽取。</translation>
        </message>
        <message>
            <source>Ranges to begin with: LatentLab's own policies, then those that you saved.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>作为起点的范围：LatentLab 自带的策略，以及您保存的策略。</translation>
        </message>
        <message>
            <source>Policy</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>策略</translation>
        </message>
        <message>
            <source>Draw again</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>重新抽取</translation>
        </message>
        <message>
            <source>Other draws of the same ranges.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>在相同范围内重新抽取。</translation>
        </message>
        <message>
            <source>Save as…</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Keep these ranges under a name, which transform.policy and the evaluation's --policy take.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>以一个名称保存这些范围，可用于 transform.policy 和评估的 --policy。</translation>
        </message>
        <message>
            <source>Forget</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>删除</translation>
        </message>
        <message>
            <source>Remove the saved policy that is chosen. Runs that used it keep its ranges.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>删除所选的已保存策略。用过它的运行仍保留其范围。</translation>
        </message>
        <message>
            <source>Put these ranges into Setup, as the transformation t of the next run.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>把这些范围填入“配置”，作为下一个运行的变换 t。</translation>
        </message>
        <message>
            <source>Choose images on the left: they appear here, each beside draws of t(x).</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>在左侧选择图像：它们会显示在这里，旁边是抽取的 t(x)。</translation>
        </message>
        <message>
            <source>x, and beside it t(x) as training would draw it: for every image again, uniformly from ranges.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>x，旁边是训练时会抽取的 t(x)：对每幅图像重新抽取，在范围内均匀分布。</translation>
        </message>
        <message>
            <source>What fills the places that the warp brings in from outside the image.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>变形从图像之外带入的位置用什么填充。</translation>
        </message>
        <message>
            <source>Border</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>边界</translation>
        </message>
        <message>
            <source>Save policy</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>保存策略</translation>
        </message>
        <message>
            <source>Name (lower-case letters, digits, - and _):</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>名称（小写字母、数字、- 和 _）：</translation>
        </message>
        <message>
            <source>Exchange left and right with probability ½.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>以概率 ½ 左右互换。</translation>
        </message>
        <message>
            <source>Exchange top and bottom with probability ½.</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>以概率 ½ 上下互换。</translation>
        </message>
        <message>
            <source>Transformation laboratory</source>
            <extracomment>latentlab/gui/panes/laboratory.py</extracomment>
            <translation>变换实验室</translation>
        </message>
        <message>
            <source>Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>图像 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)</translation>
        </message>
        <message>
            <source>NumPy archive (*.npz);;Table (*.csv)</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>NumPy 归档 (*.npz);;表格 (*.csv)</translation>
        </message>
        <message>
            <source> (held)</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>（已固定）</translation>
        </message>
        <message>
            <source>model of step {step:,}{held}</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>第 {step:,} 步的模型{held}</translation>
        </message>
        <message>
            <source>Held-out image</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>留出图像</translation>
        </message>
        <message>
            <source>Number, 0 to {last:,}:</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>编号，0 到 {last:,}：</translation>
        </message>
        <message>
            <source>Start from an image</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>从一幅图像开始</translation>
        </message>
        <message>
            <source>Save z</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>保存 z</translation>
        </message>
        <message>
            <source>Load z</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>加载 z</translation>
        </message>
        <message>
            <source>Latents (*.npz *.csv *.txt);;All files (*)</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>潜变量 (*.npz *.csv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Latent space</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>潜空间</translation>
        </message>
        <message>
            <source>no model</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>无模型</translation>
        </message>
        <message>
            <source>waiting for the first weights</source>
            <extracomment>latentlab/gui/panes/latent.py</extracomment>
            <translation>正在等待首批权重</translation>
        </message>
        <message>
            <source>Find the direction that leads from lasso A's images to lasso B's.</source>
            <extracomment>latentlab/gui/panes/latent_map.py</extracomment>
            <translation>求从套索 A 的图像到套索 B 的图像的方向。</translation>
        </message>
        <message>
            <source>This embedding is of step {step:,} and the model has gone on: pause training, and it is refitted.</source>
            <extracomment>latentlab/gui/panes/latent_map.py</extracomment>
            <translation>此嵌入属于第 {step:,} 步，而模型已继续训练：暂停训练后会重新拟合。</translation>
        </message>
        <message>
            <source>lasso {name} has {count}</source>
            <extracomment>latentlab/gui/panes/latent_map.py</extracomment>
            <translation>套索 {name} 有 {count} 幅</translation>
        </message>
        <message>
            <source>{tip} Each needs {least}: {few}.</source>
            <extracomment>latentlab/gui/panes/latent_map.py</extracomment>
            <translation>{tip} 每组至少需要 {least} 幅：{few}。</translation>
        </message>
        <message>
            <source>place of the map</source>
            <extracomment>latentlab/gui/panes/latent_map.py</extracomment>
            <translation>地图上的位置</translation>
        </message>
        <message>
            <source>Latent map</source>
            <extracomment>latentlab/gui/panes/latent_map.py</extracomment>
            <translation>潜空间地图</translation>
        </message>
        <message>
            <source>Show “{title}”</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>显示“{title}”</translation>
        </message>
        <message>
            <source>Each experiment trains small models in this window and checks what they show.</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>每个实验都在此窗口中训练小模型，并检验它们所显示的结果。</translation>
        </message>
        <message>
            <source>Open</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open the experiment: {title}</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>打开实验：{title}</translation>
        </message>
        <message>
            <source>All experiments</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>所有实验</translation>
        </message>
        <message>
            <source>Start over</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Forget which steps are done; the runs stay on disk.</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>清除各步骤的完成记录；运行仍保留在磁盘上。</translation>
        </message>
        <message>
            <source>Training …</source>
            <extracomment>latentlab/gui/panes/learn.py</extracomment>
            <translation>正在训练 …</translation>
        </message>
        <message>
            <source>total: what the optimiser minimises, the sum of the weighted terms. held out: the same of x alone, at the final weights of its terms, on validation images, which are not learned from. ▼: its least value, the best checkpoint. ▲ at the edge: a curve goes on out of sight. The context menu stacks all weighted terms.</source>
            <extracomment>latentlab/gui/panes/losses.py</extracomment>
            <translation>总计：优化器最小化的量，即各加权项之和。留出：仅对 x 的同一量，采用各项的最终权重，在不参与学习的验证图像上计算。▼：其最小值，即最佳检查点。边缘处的 ▲：曲线延伸到视野之外。上下文菜单可将所有加权项堆叠显示。</translation>
        </message>
        <message>
            <source>Loss</source>
            <extracomment>latentlab/gui/panes/losses.py</extracomment>
            <translation>损失</translation>
        </message>
        <message>
            <source>nats per image</source>
            <extracomment>latentlab/gui/panes/losses.py</extracomment>
            <translation>nats/图像</translation>
        </message>
        <message>
            <source>Press New run to see the loss fall.</source>
            <extracomment>latentlab/gui/panes/losses.py</extracomment>
            <translation>按“新建运行”，观察损失下降。</translation>
        </message>
        <message>
            <source>total</source>
            <extracomment>latentlab/gui/panes/losses.py</extracomment>
            <translation>总计</translation>
        </message>
        <message>
            <source>held out, x alone</source>
            <extracomment>latentlab/gui/panes/losses.py</extracomment>
            <translation>留出，仅 x</translation>
        </message>
        <message>
            <source>Recorded with each report of a run.</source>
            <extracomment>latentlab/gui/panes/machine.py</extracomment>
            <translation>随运行的每次报告记录。</translation>
        </message>
        <message>
            <source>path on the map</source>
            <extracomment>latentlab/gui/panes/map_path.py</extracomment>
            <translation>地图上的路径</translation>
        </message>
        <message>
            <source>A point is an image at its posterior mean. Click it to start there; click between points to decode that place. Wheel to zoom.</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A point is an image where UMAP puts its posterior mean. Click it to start there. UMAP has no inverse: a click between points decodes the mean z of the {nearest} nearest points, weighted by 1/distance. Wheel to zoom.</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the whole map as PNG, with the command line that draws it again.</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a run or open one: its held-out images appear here as points.</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export map</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fitting UMAP, which takes longer the first time …</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such map of this model.</source>
            <extracomment>latentlab/gui/panes/map_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write these plots as PNG, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a run or open one: the aggregate posterior of each dimension appears here.</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>q(z_d), the mixture of the first 1,024 held-out posteriors, filled; the prior p(z_d) as a grey line. The number is KL(q(z_d) ‖ p(z_d)) in nats: 0 where both agree. Each plot has a height of its own.</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export aggregate posterior</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>each from −{reach:g} to {reach:g} · grey: prior · model of step {step:,}</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions with a larger KL.</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions with a smaller KL.</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} to {last} of {total} by KL</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aggregate posterior</source>
            <extracomment>latentlab/gui/panes/marginals.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the strip as PNG, with the command line that draws it again.</source>
            <extracomment>latentlab/gui/panes/neighbours.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nearest held-out images</source>
            <extracomment>latentlab/gui/panes/neighbours.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The held-out images nearest to the current z appear here.</source>
            <extracomment>latentlab/gui/panes/neighbours.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The held-out images whose posterior means are nearest to the current z, with ‖z − μ(x)‖. Click one to start there.</source>
            <extracomment>latentlab/gui/panes/neighbours.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>among {count:,} held-out images</source>
            <extracomment>latentlab/gui/panes/neighbours.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nearest images</source>
            <extracomment>latentlab/gui/panes/neighbours.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gradient norm</source>
            <extracomment>latentlab/gui/panes/optimiser.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learning rate</source>
            <extracomment>latentlab/gui/panes/optimiser.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tree</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show each branch below the run that it branched off, whatever the list is sorted by</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the model of this run (Return)</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on training from the newest checkpoint</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Branch…</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up a new run that goes on from a checkpoint of this one</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicate settings</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up the next run like this one</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give this run another name in lists (F2)</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note…</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note about these runs</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Archive</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave these runs out of the list; nothing is deleted</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the files of this run</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to bin…</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move these runs to the desktop's bin (Del)</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the runs …</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unarchive</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add tags to these runs, or remove them</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No runs in {folder} yet. New run starts one (Ctrl+Return).</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No run is archived.</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No run fits the search and the filters.</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all runs</source>
            <extracomment>latentlab/gui/panes/runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{method}: {parts}, where L(x) = {bound}{of_z}</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings of</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What “Train” starts with.</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the run that is shown was trained with.</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for runs</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{weight:g} · adversarial(reconstruction)</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next run</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This run</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Setup starts from “{title}”, which fits these images.</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A run is training. These are the settings of the next one; add it to the queue, or stop the one that trains.</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start a run with these settings (Ctrl+Return).</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train the branch</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the other settings</source>
            <extracomment>latentlab/gui/panes/setup.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sweep or run is queued.

A sweep trains a run for each combination of settings and seeds.
Its table and plot appear here.
Add sweep takes one that ships with LatentLab.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation>队列中没有扫描或运行。

扫描会对每一种设置与随机种子的组合训练一次运行。
其表格和图会显示在这里。
“添加扫描”会采用 LatentLab 自带的扫描。</translation>
        </message>
        <message>
            <source>New sweep…</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sweep that ships with LatentLab, or the path of a sweep's .toml file.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sweep</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a sweep's .toml file.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a sweep's file</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settings of every run, such as data.root=/path/to/images train.steps=1000</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>section.key=value, with spaces between; quote a path that has spaces.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings of every run</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add sweep</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the sweep at the end of the queue. What is done of it already is not done again.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose settings, their values and seeds.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sweep's file</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sweeps (*.toml)</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export table</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cell}: step {step:,} of {steps:,}</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sweeps and queue</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name a sweep, or choose its .toml file.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings {settings!r}: a quotation mark is not closed.</source>
            <extracomment>latentlab/gui/panes/sweeps.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use for the next run</source>
            <extracomment>latentlab/gui/panes/this_run.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy these settings into those of the next run.</source>
            <extracomment>latentlab/gui/panes/this_run.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked settings differ from the next run's.</source>
            <extracomment>latentlab/gui/panes/this_run.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three columns at −20, 0 and 20 of the start image's own σ, as in "How to train your VAE", figure 4; from a held-out image where there is no start image.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each row moves one dimension of the current z, which is marked, and decodes it; KL is the dimension's mean KL(q(z_d|x) ‖ p(z_d)). Click a cell to make its z the current one.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write this grid as PNG, or as a GIF, WebP or MP4 loop, with the run, step, seed and z inside the file (Ctrl+E).</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest offset δ to either side, in the chosen units: column s is z_d + δ_s·unit.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>prior σ</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offsets in units of each dimension's standard deviation under the prior, which is 1 for N(0, I).</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>posterior σ</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offsets in units of the start image's own σ of the dimension; needs a start image.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>aggregate σ</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offsets in units of the dimension's standard deviation over all held-out images.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>quantiles</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>z_d set to quantiles of the aggregate posterior, the mixture of the held-out images' posteriors: of S columns, the first at 1/(S + 1), the last at S/(S + 1).</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What an offset counts.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Units</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>active, by KL</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows: latent dimensions with commas, for example 0,3,5. Empty: the active ones by KL.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>plane</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move two dimensions at once: the first from row to row, the second from column to column.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Span</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns from −δ to +δ.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>±20 σ (paper)</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy this grid as a picture (Ctrl+C in the grid).</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the grid</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a run or open one: each row shows what one latent dimension does.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>earlier settings</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>model of step {step:,} · {of}</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quantiles have no span: their columns go through the whole distribution.</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traversal</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions {error}</source>
            <extracomment>latentlab/gui/panes/traversal.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Squared error: {errors} · steps {step:,} and {other_step:,}{note}</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose a run …</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run whose newest model is shown beside the current one.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>held-out images</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the current image</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What goes through both models.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the rows of images as PNG, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write both decoded images as PNG, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same images through both models, and samples by the same z. Click an original to start from it.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean squared error per pixel value of the reconstructions that are shown, and their models' steps.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>z′ = W z + b by least squares between the posterior means of the same held-out images. R²: share of the variance of the second run's means that the map explains on images it was not fitted to; 1 is a perfect link, 0 is none.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Linked sliders</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second run</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at both models …</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a second run: both models appear here.</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R² {r2} on {measured:,} images, fitted to {fitted:,} others</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The current z, decoded</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and what it is mapped to</source>
            <extracomment>latentlab/gui/panes/two_models.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train digits</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up a run</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All runs</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every run, with search and filters (Ctrl+R)</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder…</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a run that lies elsewhere</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the tour: five steps</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what is where; the menu at the upper right has it too.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Six questions about VAEs, answered by small runs in this window.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watch a latent space take shape</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This model ships with LatentLab: a VAE of MNIST’s digits. Drag a slider.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent runs</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your runs appear here, each with a picture of what it has learned.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading PyTorch …</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preparing data …</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train it yourself</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1,797 real digits, one or two minutes. Sliders work from the first second.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My images</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose or drop a folder, zip or array: see what is in it, then train on it.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your own settings</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose data, network and objective, or start from a preset.</source>
            <extracomment>latentlab/gui/panes/welcome.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a run's folder</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A folder of images</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder with room for the run</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder of the run's images</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export picture</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, step {step:,} of {steps:,}, was interrupted.</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Don't ask again</source>
            <extracomment>latentlab/gui/prompts.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workspaces</source>
            <extracomment>latentlab/gui/rail.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings of the next run (Ctrl+,)</source>
            <extracomment>latentlab/gui/rail.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workspace</source>
            <extracomment>latentlab/gui/rail.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unexpected error: {what}. Details are in {file}; please report it with the output of `latentlab doctor`.</source>
            <extracomment>latentlab/gui/reports.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unexpected error: {what}. Please report it with the output of `latentlab doctor`.</source>
            <extracomment>latentlab/gui/reports.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a run with these settings to the queue (Ctrl+Alt+Return)</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No run</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run this window is about; open another one here.</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New run</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start a new run with these settings (Ctrl+Return)</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to queue</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To a later step…</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold after the step in progress, or go on (Ctrl+Space)</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End after the step in progress and save (Ctrl+.)</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a run's folder…</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To step {steps:,}, as planned</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to step {steps:,}, as planned</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to a later step</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with this run from step {step:,} {how} (Ctrl+Shift+Return)</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{method}{state} · step {step:,} of {steps:,}</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with a run from its newest checkpoint; train a run or open one first.</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This run holds weights alone, without the optimiser's state: it cannot be continued.</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{state} · step {step:,} of {total:,}</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{state} · {done:,} of {total:,} images</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No runs in {folder} yet</source>
            <extracomment>latentlab/gui/run_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Transformation</source>
            <extracomment>latentlab/gui/setting_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training</source>
            <extracomment>latentlab/gui/setting_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} {old} → {new} at step {step}</source>
            <extracomment>latentlab/gui/setting_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <extracomment>latentlab/gui/setting_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no</source>
            <extracomment>latentlab/gui/setting_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>missing</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>part</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>version</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Citation</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train variational auto-encoders and explore the latent space of the very model that is training.</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two papers whose methods LatentLab implements:</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy BibTeX</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keys</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what they do</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check of the installation</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking versions, devices, display and folders …</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window</source>
            <extracomment>latentlab/gui/sheets.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What an inactive dimension is, and what to do about it.</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List what was told so far.</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{asleep} of {total} dimensions inactive (why?)</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{asleep} of {total} dimensions have posterior means whose variance over images is below 0.01: they tell the decoder nothing, and their KL costs more than the reconstruction would gain. A β below {beta:g}, a KL warm-up, free nats or fewer latent dimensions change that.</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 error</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{errors} errors</source>
            <extracomment>latentlab/gui/status_line.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checkpoint that the branch begins at</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The checkpoint that the branch begins at.</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up a new run instead of a branch.</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No branch</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Branch of {run}</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new run that goes on from a checkpoint of {run}, which is left as it is.</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step {step:,} · {name}</source>
            <extracomment>latentlab/gui/widgets/branch_banner.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of {count}</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tour, {number} of {count}: {title}. {text}</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the tour (Esc)</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The step before (Left)</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next step (Right)</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <extracomment>latentlab/gui/widgets/callout.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the images</source>
            <extracomment>latentlab/gui/widgets/cell_size.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit</source>
            <extracomment>latentlab/gui/widgets/cell_size.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images as large as fits; where they would be too small to judge, they scroll.</source>
            <extracomment>latentlab/gui/widgets/cell_size.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <extracomment>latentlab/gui/widgets/cell_size.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the images, {side} pixels now. Ctrl and the wheel over them do the same.</source>
            <extracomment>latentlab/gui/widgets/cell_size.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{side} pixels</source>
            <extracomment>latentlab/gui/widgets/cell_size.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose weights every pane looks at: the newest, or those of a checkpoint.</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model of step</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep this checkpoint…</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the model that is looked at, under a name.</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Branch from here…</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a new run from this model on, with other settings.</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest weights</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checkpoint of step {step:,}{name}</source>
            <extracomment>latentlab/gui/widgets/checkpoint_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checkpoint</source>
            <extracomment>latentlab/gui/widgets/checkpoint_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the newest weights</source>
            <extracomment>latentlab/gui/widgets/checkpoint_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the checkpoint of step {step:,}</source>
            <extracomment>latentlab/gui/widgets/checkpoint_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every pane looks at {words}. Drag, or use the arrow keys, to go through the {count} earlier ones; the newest weights are at the right end.</source>
            <extracomment>latentlab/gui/widgets/checkpoint_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checkpoints to look back at appear here as the run writes them; the newest weights are at the right end.</source>
            <extracomment>latentlab/gui/widgets/checkpoint_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close LatentLab</source>
            <extracomment>latentlab/gui/widgets/closing_question.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop and save it before closing? It can be continued later from the step at which it stops.</source>
            <extracomment>latentlab/gui/widgets/closing_question.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop and save</source>
            <extracomment>latentlab/gui/widgets/closing_question.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End after the step in progress, save, and close the window</source>
            <extracomment>latentlab/gui/widgets/closing_question.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the window open</source>
            <extracomment>latentlab/gui/widgets/closing_question.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on training (Esc)</source>
            <extracomment>latentlab/gui/widgets/closing_question.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search actions, workspaces, runs and settings</source>
            <extracomment>latentlab/gui/widgets/command_palette.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commands that fit</source>
            <extracomment>latentlab/gui/widgets/command_palette.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>each dimension</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean ± σ of both posteriors and the KL between them, dimension by dimension.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>plane of two dimensions</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both posteriors as ellipses.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>strength of t</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL and drift while one part of t grows, for this image and over held-out ones.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranking of dimensions</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which dimensions are invariant and which follow t, over held-out images.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is drawn below.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by KL</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two dimensions with a comma, for example 3,7. Empty: those that move most.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions of the plane</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The part of t that goes from one end of its slider to the other; the rest of t stays.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part of t that grows</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first N held-out images, which means and standard deviations are taken over.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out images</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far the posterior follows t appears here.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which dimensions follow t appears here.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions {text!r}: write two different ones of 0 to {last} with a comma, such as 0,1.</source>
            <extracomment>latentlab/gui/widgets/consistency_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue run</source>
            <extracomment>latentlab/gui/widgets/continue_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue {name} from step {step:,}</source>
            <extracomment>latentlab/gui/widgets/continue_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last step</source>
            <extracomment>latentlab/gui/widgets/continue_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The step at which training ends; above {step:,}, which is reached already.</source>
            <extracomment>latentlab/gui/widgets/continue_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change is kept in the run's history and drawn as a mark in the plots.</source>
            <extracomment>latentlab/gui/widgets/continue_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train to step</source>
            <extracomment>latentlab/gui/widgets/continue_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: {title}, {unit}</source>
            <extracomment>latentlab/gui/widgets/curve_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: {title}</source>
            <extracomment>latentlab/gui/widgets/curve_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logarithmic axis</source>
            <extracomment>latentlab/gui/widgets/curve_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stacked</source>
            <extracomment>latentlab/gui/widgets/curve_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No values yet</source>
            <extracomment>latentlab/gui/widgets/curve_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>best checkpoint</source>
            <extracomment>latentlab/gui/widgets/curve_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Archive, table or array (*.zip *.tar *.tar.gz *.tgz *.parquet *.npz *.npy)</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Collection of images</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download…</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch the official files into a folder, from where the authors publish them. What breaks off or is cancelled goes on where it ended.</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder or file</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image size</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of images</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images in one file</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>own size</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder.</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a .zip, .tar, .parquet, .npz or .npy file.</source>
            <extracomment>latentlab/gui/widgets/dataset_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: log density of the aggregate posterior and of the prior along the way</source>
            <extracomment>latentlab/gui/widgets/density_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>log q(z): density of the aggregate posterior, (1/N) Σᵢ N(z; μᵢ, σᵢ²) over the held-out images; low where the model has seen nothing. log p(z): density of the prior. Both in nats. Click or drag to go to a place.</source>
            <extracomment>latentlab/gui/widgets/density_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the direction</source>
            <extracomment>latentlab/gui/widgets/direction_row.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard deviations along the direction from the start.</source>
            <extracomment>latentlab/gui/widgets/direction_row.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The direction was found in the model of this step; newer weights leave it as it is.</source>
            <extracomment>latentlab/gui/widgets/direction_row.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget this direction.</source>
            <extracomment>latentlab/gui/widgets/direction_row.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}. The name may be changed.</source>
            <extracomment>latentlab/gui/widgets/direction_row.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag to move “{title}”; double-click to let it float. The menu ≡ has “Reset layout”.</source>
            <extracomment>latentlab/gui/widgets/dock_grip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handle of {title}</source>
            <extracomment>latentlab/gui/widgets/dock_grip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers by subject</source>
            <extracomment>latentlab/gui/widgets/evaluation_tree.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PNG picture</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GIF loop</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>WebP loop</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MP4 video</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole grid; run, step, seed and z are in the file, and dropping it on the window shows this view again.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A frame for each column and back again; up to 256 colours a frame. Dropping it shows this view again.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A frame for each column and back again, without loss. Dropping it shows this view again.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A frame for each column and back again, as H.264 video.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File name</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ending is the format: .png, .gif, .webp or .mp4.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another folder.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another folder</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each pixel of an image becomes scale × scale pixels, 1 to {most}.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of rows and columns</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write what rows and columns are into the picture.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frames of a loop per second, 1 to {most}. GIF takes the nearest hundredth of a second.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frames per second</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export to</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>×   {width:,} × {height:,} pixels</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replaces the {name} that is there.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a file name, without a folder.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MP4 is written by ffmpeg, which is not installed: pip install 'latentlab[video]'.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The grid would have {width:,} × {height:,} pixels, above {most:,} in all: choose a smaller scale.</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frames a second</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{frames} frames, {seconds:.1f} s</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words} · needs latentlab[video]</source>
            <extracomment>latentlab/gui/widgets/export_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is done with it</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which files are listed.</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of finding</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export report…</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write all that the scan found as JSON, or its list of files as CSV.</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> and {count:,} other sizes</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> · {count} classes</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all findings ({count:,})</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export report</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JSON (*.json);;CSV (*.csv)</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{usable:,} of {total:,} files can be used · {sizes}{more} · {modes}{split}{classes}{values}</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left out: {detail}</source>
            <extracomment>latentlab/gui/widgets/findings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or fold</source>
            <extracomment>latentlab/gui/widgets/fold_button.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all others</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What tells the two groups of images apart. Lassos are drawn on the map (Ctrl+5).</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the direction is made from</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The direction leads to images of this label.</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label that the direction leads to</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It leads away from images of this label, or from all others.</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label that the direction leads away from</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It leads to images that have this attribute, or to those above its median where it is a number.</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute that the direction leads to</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>label</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attribute</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lassos on the map</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from lasso A to lasso B</source>
            <extracomment>latentlab/gui/widgets/group_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures of the last values of z</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the last values of z decoded to: click one to go back to it, or forth.</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo a change of z</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo a change of z</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo {what} ({keys})</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to undo ({keys})</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo {what} ({keys})</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to redo ({keys})</source>
            <extracomment>latentlab/gui/widgets/history_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No grid yet</source>
            <extracomment>latentlab/gui/widgets/image_grid.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grid of images</source>
            <extracomment>latentlab/gui/widgets/image_grid.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit images to the room</source>
            <extracomment>latentlab/gui/widgets/image_grid.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No images yet</source>
            <extracomment>latentlab/gui/widgets/image_rows.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No image</source>
            <extracomment>latentlab/gui/widgets/image_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image</source>
            <extracomment>latentlab/gui/widgets/image_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop an image</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image at {name}: drop a file here, choose one, or give a held-out image's number.</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of the held-out image at {name}.</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out image {name}</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an image file for {name}</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an image file for {name}; it is cropped and scaled to the model's size.</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an image</source>
            <extracomment>latentlab/gui/widgets/image_well.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag to make the latent sliders wider or narrower.</source>
            <extracomment>latentlab/gui/widgets/inspector_splitter.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: KL per dimension, nats; in colour of training batches, as bars of held-out images</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{active} of {total} active</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>· nats, train</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL per dimension</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{active} of {total} dimensions active</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>· step {step:,.0f} · {name} · {kl:.2f} nats, {where}</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>· nats, train · step {step:,.0f}</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>· step {step:,.0f}</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>· nats, train · {active}</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now, train</source>
            <extracomment>latentlab/gui/widgets/kl_heat_map.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decoded image</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model yet</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expected image of the current z: the mean of p(x|z).</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start image</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>start</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No start image</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image whose posterior mean is the start.</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs a start image</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decoded − start image, pixels in [0, 1]: red where the decoded one is brighter, blue where it is darker, white where they agree; of colour images, the mean over the channels.</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard deviation of each pixel over {samples} decoded draws from q(z|x) of the start image, pixels in [0, 1]; of colour images, the root mean square over the channels.</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from {text}</source>
            <extracomment>latentlab/gui/widgets/latent_pictures.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for the principal components …</source>
            <extracomment>latentlab/gui/widgets/latent_rows.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}: {words}double-click on the name resets</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latent dimension</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>exact value from −{limit:.0f} to {limit:.0f}</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Principal component</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standard deviations along it</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset {text} to its start</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set {text} to 0</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL {kl:.2f} nats; </source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share:.1%} of the variance of the posterior means; </source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exact value of {name}</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock {name}</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock {name}</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is locked: only its own slider and a new start image move it (L).</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock {name}: random draws, reset, pasting, files, components and other panes leave it as it is (L).</source>
            <extracomment>latentlab/gui/widgets/latent_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One slider for each latent dimension, those with the largest KL first.</source>
            <extracomment>latentlab/gui/widgets/latent_sliders.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Components</source>
            <extracomment>latentlab/gui/widgets/latent_sliders.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Principal components of the held-out images' posterior means: a slider moves z along one, in standard deviations of the means along it; beside the name the share of their variance.</source>
            <extracomment>latentlab/gui/widgets/latent_sliders.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inactive</source>
            <extracomment>latentlab/gui/widgets/latent_sliders.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions whose posterior means hardly vary between images (variance below 0.01): moving them changes little. Folded, only the active ones are listed.</source>
            <extracomment>latentlab/gui/widgets/latent_sliders.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>… {asleep} inactive</source>
            <extracomment>latentlab/gui/widgets/latent_sliders.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change while it trains</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More settings that may change</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with these values from the next step on.</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Applying …</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{edited} edited</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Applied at step {step:,}.</source>
            <extracomment>latentlab/gui/widgets/live_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more; </source>
            <extracomment>latentlab/gui/widgets/map_legend.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: 1 image</source>
            <extracomment>latentlab/gui/widgets/map_lines.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {count:,} images</source>
            <extracomment>latentlab/gui/widgets/map_lines.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{umap} · {far} · a click between points takes the mean z of the {nearest} nearest, by 1/distance</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count:,} held-out images</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count}{holes} · model of step {step:,}</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{umap} · first {count:,} held-out images · {of_step}</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count:,} of {total:,} held-out images, {how}</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> · holes: {share:.0%} of the prior in this plane</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fitted to step {step:,}</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the others when training pauses</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{encoded:,} encoded</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> (it follows when training pauses)</source>
            <extracomment>latentlab/gui/widgets/map_places.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shade where q(z), the mixture of the first 1,024 posteriors, is below a tenth of the prior p(z), both projected onto this plane, and p(z) above a hundredth of its peak.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL to the prior</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reconstruction error</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>density of q(z)</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cluster (k-means)</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP of the first {most:,} posterior means: n_neighbors {n_neighbors}, min_dist {min_dist:g}, always the same seed. It keeps neighbours together; distances between far clusters mean little.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>principal components</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>two dimensions</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The plane: of two principal components of the first posterior means, 1,024 at most, or of two dimensions of z.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Projection</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two dimensions with a comma, for example 3,7. Empty: those with the largest KL.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the colours stand for: the label, a number measured on each image, or an attribute.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clusters that k-means makes of the posterior means.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of clusters</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shade holes</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP · needs latentlab[umap]</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP projects no densities, so it shows no holes; take another projection.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions {text!r}: write two whole numbers with a comma, for example 3,7.</source>
            <extracomment>latentlab/gui/widgets/map_settings.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point at an image</source>
            <extracomment>latentlab/gui/widgets/map_side.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images when near</source>
            <extracomment>latentlab/gui/widgets/map_side.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show points as images where few are in sight: zoom in with the wheel.</source>
            <extracomment>latentlab/gui/widgets/map_side.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refit</source>
            <extracomment>latentlab/gui/widgets/map_side.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit UMAP to the model as it is now. While training it stays as it is; it follows when training pauses.</source>
            <extracomment>latentlab/gui/widgets/map_side.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coloured by</source>
            <extracomment>latentlab/gui/widgets/map_side.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag moves the map; a click starts at an image or decodes a place; double click fits (M).</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lasso A</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a line around images: the direction leads away from them. Escape clears (A).</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lasso B</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a line around images: the direction leads to them. Escape clears (B).</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a way, or click its corners and end with a double click or Return: it is decoded at equal steps. Escape clears (P).</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Direction A → B</source>
            <extracomment>latentlab/gui/widgets/map_tools.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map of the latent space</source>
            <extracomment>latentlab/gui/widgets/map_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>q(z_d) (blue) and p(z_d), z_d from {low} to {high}; KL in nats · model of step {step:,}</source>
            <extracomment>latentlab/gui/widgets/marginal_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aggregate posterior of each dimension against the prior</source>
            <extracomment>latentlab/gui/widgets/marginal_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> · inactive</source>
            <extracomment>latentlab/gui/widgets/marginal_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warning</source>
            <extracomment>latentlab/gui/widgets/message_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <extracomment>latentlab/gui/widgets/message_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <extracomment>latentlab/gui/widgets/message_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the technical details to the clipboard, for a report</source>
            <extracomment>latentlab/gui/widgets/message_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss this message</source>
            <extracomment>latentlab/gui/widgets/message_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No messages yet.</source>
            <extracomment>latentlab/gui/widgets/message_list.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the message, its technical details and the versions, for a report</source>
            <extracomment>latentlab/gui/widgets/message_list.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details of: {text}</source>
            <extracomment>latentlab/gui/widgets/message_list.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset every setting to the preset's.</source>
            <extracomment>latentlab/gui/widgets/next_run_page.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset all settings</source>
            <extracomment>latentlab/gui/widgets/next_run_page.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the optimiser will minimise, in nats per image.</source>
            <extracomment>latentlab/gui/widgets/next_run_page.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>above {limit}</source>
            <extracomment>latentlab/gui/widgets/number_box.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>below {limit}</source>
            <extracomment>latentlab/gui/widgets/number_box.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not measured</source>
            <extracomment>latentlab/gui/widgets/number_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find: 3, 7-9</source>
            <extracomment>latentlab/gui/widgets/number_search.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find sliders by number</source>
            <extracomment>latentlab/gui/widgets/number_search.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers and ranges with commas: 3, 7, 12-15. Inactive ones are found too (Ctrl+F).</source>
            <extracomment>latentlab/gui/widgets/number_search.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{tip} Double click on the name: back to {neutral:g}.</source>
            <extracomment>latentlab/gui/widgets/parameter_slider.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Walk to and fro until a hand takes over (P).</source>
            <extracomment>latentlab/gui/widgets/path_player.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play</source>
            <extracomment>latentlab/gui/widgets/path_player.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where on the way the current z is, on the row that was clicked last; ← and → step.</source>
            <extracomment>latentlab/gui/widgets/path_player.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Place between A and B</source>
            <extracomment>latentlab/gui/widgets/path_player.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures along the path</source>
            <extracomment>latentlab/gui/widgets/path_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The path at equal steps. Click a picture to make its z the current one.</source>
            <extracomment>latentlab/gui/widgets/path_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures along the path, both ends included.</source>
            <extracomment>latentlab/gui/widgets/path_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps of the path</source>
            <extracomment>latentlab/gui/widgets/path_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path…</source>
            <extracomment>latentlab/gui/widgets/path_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the pictures along the path as a PNG strip or a looping GIF, with the command line that draws them again.</source>
            <extracomment>latentlab/gui/widgets/path_strip.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export PNG…</source>
            <extracomment>latentlab/gui/widgets/picture_widget.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export SVG…</source>
            <extracomment>latentlab/gui/widgets/picture_widget.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>diff</source>
            <extracomment>latentlab/gui/widgets/pixel_map_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>std</source>
            <extracomment>latentlab/gui/widgets/pixel_map_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the third image shows</source>
            <extracomment>latentlab/gui/widgets/pixel_map_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Difference to the start image</source>
            <extracomment>latentlab/gui/widgets/pixel_map_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard deviation over the posterior</source>
            <extracomment>latentlab/gui/widgets/pixel_map_view.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live ▸</source>
            <extracomment>latentlab/gui/widgets/plot_header.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This plot does not follow the newest step. Show all steps, and follow it again (double click).</source>
            <extracomment>latentlab/gui/widgets/plot_header.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow the newest step</source>
            <extracomment>latentlab/gui/widgets/plot_header.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Curve {label}</source>
            <extracomment>latentlab/gui/widgets/plot_legend.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or hide {label}</source>
            <extracomment>latentlab/gui/widgets/plot_legend.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw t</source>
            <extracomment>latentlab/gui/widgets/policy_button.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw a transformation from the run's own policy, or from another one that the menu offers.</source>
            <extracomment>latentlab/gui/widgets/policy_button.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the run's own policy</source>
            <extracomment>latentlab/gui/widgets/policy_button.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Above: for each dimension, the share of held-out images whose posterior σ is below 0.1 (all but a point), above 0.9 (as wide as N(0, I): it says nothing) or between. Below: mean ± σ of the aggregate posterior q(z) = (1/N) Σ N(μᵢ, σᵢ²), by the law of total variance; shaded, 0 ± 1, which N(0, I) has.</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{dimension} · {near_zero:.0%} near 0, {near_one:.0%} near 1 · aggregate {mean} ± {std:.2f} · {kl:.2f} nats</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: widths of the posteriors, and the aggregate posterior, for each latent dimension</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Posterior</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>aggregate posterior, mean ± σ · shaded: 0 ± 1</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of images by σ</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of images by σ · in all {near_zero:.0%} near 0, {near_one:.0%} near 1</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a run or open one: how wide its posteriors are, and where they lie, appears here.</source>
            <extracomment>latentlab/gui/widgets/posterior_gauge.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Above: mean ± σ of q(z|x) and q(z|t(x)). Below: KL(q(z|t(x)) ‖ q(z|x)) of each dimension in nats, the term of CR-VAE. Dimensions on the left follow the transformation, those on the right do not notice it.</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Posteriors of x and t(x) in each dimension, units of z{step}</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{dimension} · {x} → {t} · {kl:.3f} nats</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: the posteriors of x and of t(x) for each latent dimension, and the KL between them</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> · model of step {step:,}</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL(q(z|t(x)) ‖ q(z|x)) per dimension, nats</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean ± σ</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The posteriors of x and t(x) appear here.</source>
            <extracomment>latentlab/gui/widgets/posterior_pair.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Posteriors of x and t(x) in the plane of {across} and {up}, units of z{step}</source>
            <extracomment>latentlab/gui/widgets/posterior_plane.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{across} across, {up} up; ellipses at 1σ and 2σ; grey: N(0, I)</source>
            <extracomment>latentlab/gui/widgets/posterior_plane.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: the posteriors of x and of t(x) in the plane of two latent dimensions</source>
            <extracomment>latentlab/gui/widgets/posterior_plane.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ellipses of q(z|x) and q(z|t(x)) at 1σ and 2σ, the cross is the mean; the grey circles are those of N(0, I). Both axes have the same scale.</source>
            <extracomment>latentlab/gui/widgets/posterior_plane.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preferences</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder for runs.</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for exports</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder for exports.</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>beside each run, in its folder “exports”</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CPU threads</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most CPU threads of a run whose own settings leave them empty; “automatic” takes all but one.</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a command, such as systemctl suspend</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command when the queue is done</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is run once nothing is left to do in the queue; empty: nothing is run.</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remember how panes are arranged</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off: each workspace starts with its usual arrangement.</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation>语言</translation>
        </message>
        <message>
            <source>Another language takes effect at the next start.</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation>更改语言将在下次启动时生效。</translation>
        </message>
        <message>
            <source>Exports</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After the queue</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layouts</source>
            <extracomment>latentlab/gui/widgets/preferences_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset</source>
            <extracomment>latentlab/gui/widgets/preset_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a preset: a complete set of settings to start from.</source>
            <extracomment>latentlab/gui/widgets/preset_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset {name}</source>
            <extracomment>latentlab/gui/widgets/preset_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unchanged</source>
            <extracomment>latentlab/gui/widgets/preset_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 setting differs</source>
            <extracomment>latentlab/gui/widgets/preset_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} settings differ</source>
            <extracomment>latentlab/gui/widgets/preset_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Presets</source>
            <extracomment>latentlab/gui/widgets/preset_gallery.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start from</source>
            <extracomment>latentlab/gui/widgets/preset_gallery.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each is a complete set of settings. Whatever you change afterwards is marked.</source>
            <extracomment>latentlab/gui/widgets/preset_gallery.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{side}×{side} px · {latent_dim} latents</source>
            <extracomment>latentlab/gui/widgets/preset_gallery.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue</source>
            <extracomment>latentlab/gui/widgets/queue_list.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the order in which they are run. Drag an entry to move it (Alt+Up, Alt+Down).</source>
            <extracomment>latentlab/gui/widgets/queue_list.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save what is being trained, and begin nothing more; it goes on from there.</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entries run at a time</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many entries are run side by side; the processor's cores are divided among them.</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier (Alt+Up)</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later (Alt+Down)</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause this entry</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicate: the same settings again, at the end</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove from the queue; its run stays (Delete)</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at a time</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving …</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this entry in line again</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause this entry: the others pass it</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train it once more, as a new run</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry: go on where it failed</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open run</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause the queue</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits; add a run or a sweep first.</source>
            <extracomment>latentlab/gui/widgets/queue_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A run that trains in the window goes first: the queue saves what it is training and goes on when that run has ended.</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} to do · waits for the run in the window</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{doing} · done at about {end:%H:%M}</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{doing} · done about {end:%d %b %H:%M}</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {total} runs</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits.</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The queue is empty. Add a run or a sweep.</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} to do</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{failed} failed</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step {step:,} of {steps:,}</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{duration} left</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} to do · paused</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} to do · not running</source>
            <extracomment>latentlab/gui/widgets/queue_words.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the run in this window, also while it trains (Return).</source>
            <extracomment>latentlab/gui/widgets/queued_run.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the run</source>
            <extracomment>latentlab/gui/widgets/queued_run.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Above: mean (μ_d(t(x)) − μ_d(x))² over mean (μ_d(x′) − μ_d(x))², x′ another image: 0 is invariant, at 1 t moves as far as from image to image. Below: mean KL(q_d(z|t(x)) ‖ q_d(z|x)), nats. Inactive dimensions do not move at all, and say nothing by that.</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latent dimensions from those that t leaves alone to those that follow it{step}</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{dimension} · drift {drift:.3f} · {kl:.3f} nats</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: how far each latent dimension follows the transformation, the invariant ones first</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inactive, apart: {inactive}</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every dimension is active</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>← invariant</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>follows →</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drift: squared move of the mean over that between unrelated images</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No dimension tells the images apart: none can follow t.</source>
            <extracomment>latentlab/gui/widgets/ranking_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{state} · step {step:,}{elbo}</source>
            <extracomment>latentlab/gui/widgets/recent_runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> · ELBO {value}</source>
            <extracomment>latentlab/gui/widgets/recent_runs.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latent dimensions that have a row, of those that the model has.</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of {total}</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show fewer</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the active dimensions, {most} at most.</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show a row for each of the {total} dimensions.</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort: order out of date</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sorted by KL</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL has changed since rows took their places; they stay there until they are sorted.</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The largest KL is on top. Rows keep their places while the model learns.</source>
            <extracomment>latentlab/gui/widgets/row_choice.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimiser steps.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passes over the training images.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time spent on training steps, over all sittings.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>epoch</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seconds</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Metric</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any number that one of the checked runs has reported.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Axis across</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the axis across counts.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smoothing</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>w of the exponential moving average Σ wⁱ⁻ʲ v_j / Σ wⁱ⁻ʲ; 0 smooths nothing. The raw line stays pale behind it.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>log</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logarithmic axis of the values; those that are not positive have no place on it.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reports up to this step are left out, of the smoothing too.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ignore the first steps</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>runs</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of the checked runs has reported this yet.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check runs on the left: their curves appear here, one over the other.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 value is not positive and left out of the logarithmic axis.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count:,} values are not positive and left out of the logarithmic axis.</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>over</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smooth</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ignore the first</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>steps</source>
            <extracomment>latentlab/gui/widgets/run_curves.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any state</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only runs of one state</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any data</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only runs of one data set</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any method</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only runs of one method</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any tag</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tag</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only runs of one tag</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search runs</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words in the name, data, method, tags, note or folder (Ctrl+F)</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Archived</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show archived runs instead of the others</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown:,} of {total:,} runs</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 run</source>
            <extracomment>latentlab/gui/widgets/run_filter_bar.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs in {folder}</source>
            <extracomment>latentlab/gui/widgets/run_foot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put a run with these settings at the end of the queue (Ctrl+Alt+Return).</source>
            <extracomment>latentlab/gui/widgets/run_foot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder that new runs are kept in.</source>
            <extracomment>latentlab/gui/widgets/run_foot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs to compare</source>
            <extracomment>latentlab/gui/widgets/run_list.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimiser steps, passes over the training images, training images a second, time until the last step, the clock then.
+ t(x): a run that trains on t(x) too counts x alone, and its networks see twice as many images.</source>
            <extracomment>latentlab/gui/widgets/run_progress.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>epoch {epoch}/{total_epochs}</source>
            <extracomment>latentlab/gui/widgets/run_progress.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ends {end}</source>
            <extracomment>latentlab/gui/widgets/run_progress.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{about}
Ends about {end}.</source>
            <extracomment>latentlab/gui/widgets/run_progress.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About {what}:</source>
            <extracomment>latentlab/gui/widgets/run_questions.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags for {what}, separated by commas:</source>
            <extracomment>latentlab/gui/widgets/run_questions.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to bin</source>
            <extracomment>latentlab/gui/widgets/run_questions.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {what} to the bin?</source>
            <extracomment>latentlab/gui/widgets/run_questions.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files go there, checkpoints and exports too; the desktop can restore them.</source>
            <extracomment>latentlab/gui/widgets/run_questions.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the table: as text for a spreadsheet, as CSV in full precision, or as Markdown.</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings and numbers of the runs</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings that differ between the checked runs, and their numbers</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check runs on the left: the settings in which they differ and their numbers appear here.</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers</source>
            <extracomment>latentlab/gui/widgets/runs_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PNG picture (*.png)</source>
            <extracomment>latentlab/gui/widgets/save_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SVG drawing (*.svg)</source>
            <extracomment>latentlab/gui/widgets/save_dialog.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings of this run</source>
            <extracomment>latentlab/gui/widgets/settings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Setting: {key}
Next run: {others}</source>
            <extracomment>latentlab/gui/widgets/settings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not read</source>
            <extracomment>latentlab/gui/widgets/settings_table.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decoded image of the shipped model</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the model …</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where each slider leads; click a picture to go there.</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traversal of the shipped model</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw z from the prior</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in Explore</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open this model as a run: its map, its held-out images, every dimension. It cannot be continued.</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moves one dimension of z.</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latent dimension {dimension}</source>
            <extracomment>latentlab/gui/widgets/shipped_explorer.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start at the posterior mean of a random held-out image (I).</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random held-out image</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out image by number…</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image file…</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start at a draw from the prior (R).</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw from the prior</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw from the start image's posterior q(z|x)</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start at z = 0, the mean of the prior N(0, I).</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the start (Backspace).</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy, paste, save and load z</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy, paste, save and load z; unlock its dimensions.</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy z as text	Ctrl+C</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste z from text	Ctrl+V</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save z…</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load z…</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock all dimensions</source>
            <extracomment>latentlab/gui/widgets/start_buttons.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {number}, {state}: {title}</source>
            <extracomment>latentlab/gui/widgets/step_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next</source>
            <extracomment>latentlab/gui/widgets/step_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>later</source>
            <extracomment>latentlab/gui/widgets/step_card.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left: KL(q(z|t(x)) ‖ q(z|x)) in nats. Right: ‖μ(t(x)) − μ(x)‖ in units of z. The line is the current image; the band is mean ± standard deviation over held-out images. An invariant model stays at 0.</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far the posterior follows t{step}</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} {value} · {kl:.2f} nats ({kl_mean:.2f} ± {kl_std:.2f}) · drift {drift:.2f} ({drift_mean:.2f} ± {drift_std:.2f})</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plot: KL and drift of the posterior mean against the strength of the transformation</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} {value} · {kl} nats · drift {drift}</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this image</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean ± std of {count:,} held-out images</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL(q(z|t(x)) ‖ q(z|x)), nats</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>‖μ(t(x)) − μ(x)‖, units of z</source>
            <extracomment>latentlab/gui/widgets/strength_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New sweep</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The preset that every run starts from.</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the sweep and of its folder: letters, digits, '.', '_' and '-'.</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as in the preset</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps of every run.</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each combination of values is trained once with each seed.</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a setting</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vary another setting too: every combination of values is trained.</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings and their values</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{twice}: is there twice; put all of its values on one line.</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Base</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seeds</source>
            <extracomment>latentlab/gui/widgets/sweep_editor.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A dot for each seed, a mark at their mean, a bar over the 95 % interval of the mean by Student's t, wide where there are few seeds.</source>
            <extracomment>latentlab/gui/widgets/sweep_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first finished run puts a dot here.</source>
            <extracomment>latentlab/gui/widgets/sweep_plot.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the sweep</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the table.</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the table to a file.</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results of the sweep</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean ± sample standard deviation over seeds. Double click: open the row's first run.</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the plot shows.</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Metric of the plot</source>
            <extracomment>latentlab/gui/widgets/sweep_result.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The setting that varies; type a part of its name.</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Setting</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>setting</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>values, such as 1, 2, 4</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not vary this setting.</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the setting</source>
            <extracomment>latentlab/gui/widgets/swept_setting.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New tag…</source>
            <extracomment>latentlab/gui/widgets/tag_menu.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the text to the clipboard</source>
            <extracomment>latentlab/gui/widgets/text_sheet.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>degrees</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pixels</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>turns</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>σ in pixels</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of the area</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rotation</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Degrees, counter-clockwise.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift right</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pixels to the right.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift down</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pixels downwards.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Above 1 enlarges.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shear</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Degrees; positive leans the top to the left.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brightness</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Factor on every value.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contrast</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Factor on the distance from the image's mean.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saturation</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Factor on the distance from grey; colour images only.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hue</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turns of the colour circle; colour images only.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Noise</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard deviation, pixels in [0, 1].</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blur</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>σ of the Gaussian in pixels.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the area, about the centre.</source>
            <extracomment>latentlab/gui/widgets/transformation_panel.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{active} of {count} above {threshold:g}</source>
            <extracomment>latentlab/gui/widgets/unit_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plots: variance of the means and KL of each latent dimension, sorted</source>
            <extracomment>latentlab/gui/widgets/unit_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each bar is a latent dimension, the largest first, on a logarithmic axis. Dashed: what counts as active. Where the bars run through it without a gap, the number of active units is arbitrary.</source>
            <extracomment>latentlab/gui/widgets/unit_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variance and KL of each dimension appear here.</source>
            <extracomment>latentlab/gui/widgets/unit_plots.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Setup</source>
            <extracomment>latentlab/gui/window_frame.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learn</source>
            <extracomment>latentlab/gui/window_frame.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The checkpoint of step {step:,} is kept as {name!r}.</source>
            <extracomment>latentlab/gui/workers/branch_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path}: cannot be written: {reason}.</source>
            <extracomment>latentlab/gui/workers/branch_points.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>preparing the images</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{at_hand:,.1f} of {whole:,.1f} MB</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking at the files</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>downloading {name} · {of_all}</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{doing}: {done:,} of {total:,}</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped at {of_all}; downloading into the same folder goes on from there.</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped; downloading into the same folder goes on from what has come.</source>
            <extracomment>latentlab/gui/workers/data_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled.</source>
            <extracomment>latentlab/gui/workers/evaluation_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A saved policy is left out: {damaged}</source>
            <extracomment>latentlab/gui/workers/files_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such file.</source>
            <extracomment>latentlab/gui/workers/files_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{error} Evaluate measures the run again.</source>
            <extracomment>latentlab/gui/workers/files_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model to look at yet.</source>
            <extracomment>latentlab/gui/workers/render_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: a process is training it; stop it before deleting it.</source>
            <extracomment>latentlab/gui/workers/run_bin.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{run}: not a LatentLab run: run.toml is missing.</source>
            <extracomment>latentlab/gui/workers/run_bin.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{run}: the desktop's bin does not take it; delete the folder in a file manager.</source>
            <extracomment>latentlab/gui/workers/run_bin.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source> ({count} more could not be changed.)</source>
            <extracomment>latentlab/gui/workers/run_survey.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is {dtype}; the shipped model is of float32</source>
            <extracomment>latentlab/gui/workers/shipped_model.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path}: its samples cannot be drawn.</source>
            <extracomment>latentlab/gui/workers/thumbnails.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CPU · {threads} of {cores} threads</source>
            <extracomment>latentlab/gui/workers/training_thread.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimiser</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Machine</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconstructions</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watch the run and steer its latent space (Ctrl+1)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find, name, compare and continue runs (Ctrl+R)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Explore</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traverse every dimension and export the grid (Ctrl+2)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interpolate</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go from one image to another (Ctrl+3)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare x with t(x) (Ctrl+4)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See where the held-out images lie (Ctrl+5)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find what makes images of one kind differ, and what is near (Ctrl+6)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See runs side by side (Ctrl+7)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure the run on held-out images (Ctrl+8)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what a run would learn from, and try t on it (Ctrl+9)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sweeps</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs that wait in line, and sweeps of many runs (Ctrl+0)</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pane {title!r} of a plug-in cannot be shown: {reason}.</source>
            <extracomment>latentlab/gui/workspaces.py</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which images, at which size, and how they are split.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image collection.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digits (built in)</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digits</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1,797 handwritten digits that ship with scikit-learn</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sprites (built in)</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sprites</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shapes drawn from known factors</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MNIST</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>handwritten digits</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fashion-MNIST</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>articles of clothing</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KMNIST</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cursive Japanese characters</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>EMNIST</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>handwritten letters and digits</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Omniglot</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>characters of 50 alphabets</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CIFAR-10</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>small photographs of ten kinds of things</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CelebA</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>photographs of faces</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image folder or zip</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>your own image files</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Array file (npz, npy)</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Array file</source>
            <extracomment>a choice of data</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>your own arrays</source>
            <extracomment>what a choice of data is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height and width in pixels; empty: the collection's own, or in an array file that of its images.</source>
            <extracomment>what the setting data.size does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flip</source>
            <extracomment>a setting, data.flip</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange left and right of each training image with probability ½, each time that it is learned from.</source>
            <extracomment>what the setting data.flip does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out share</source>
            <extracomment>a setting, data.test_fraction</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the images held out for measuring.</source>
            <extracomment>what the setting data.test_fraction does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split seed</source>
            <extracomment>a setting, data.split_seed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed of the split, apart from the run's seed, so that runs with other seeds hold out the same images.</source>
            <extracomment>what the setting data.split_seed does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Validation fraction</source>
            <extracomment>a setting, data.validation_fraction</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the training images, 1,024 at most, that are never learned from: the objective's bound on them tells the best checkpoint, and when train.patience is at its end. 0 keeps no best one.</source>
            <extracomment>what the setting data.validation_fraction does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measured on</source>
            <extracomment>a setting, data.hold_out</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is held out for measuring: the test images, or, to choose settings by, the same share of the training images, while the test images are left untouched.</source>
            <extracomment>what the setting data.hold_out does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test images</source>
            <extracomment>a value of data.hold_out</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part of the training images</source>
            <extracomment>a value of data.hold_out</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scaling</source>
            <extracomment>a setting, data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How images are scaled; all but nearest average where they shrink. auto: lanczos for image files, bilinear for others.</source>
            <extracomment>what the setting data.resample does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Auto</source>
            <extracomment>a value of data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nearest</source>
            <extracomment>a value of data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area</source>
            <extracomment>a value of data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bilinear</source>
            <extracomment>a value of data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bicubic</source>
            <extracomment>a value of data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lanczos</source>
            <extracomment>a value of data.resample</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grey or colour; auto: colour if any of the images is, and grey for sprites.</source>
            <extracomment>what the setting data.channels does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grey</source>
            <extracomment>a value of data.channels</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder that holds the files of the collection, or for your own images the folder, .zip, .tar, .parquet, .npz or .npy file that they are in.</source>
            <extracomment>what the setting data.root does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set</source>
            <extracomment>a setting, data.subset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which of EMNIST's sets: digits and letters in 47 classes of like size, in all 62 or the 47 classes as they came, letters in 26, or digits.</source>
            <extracomment>what the setting data.subset does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balanced (47)</source>
            <extracomment>a value of data.subset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By class (62)</source>
            <extracomment>a value of data.subset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By merge (47)</source>
            <extracomment>a value of data.subset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters (26)</source>
            <extracomment>a value of data.subset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digits, as in MNIST</source>
            <extracomment>a value of data.subset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Range of values</source>
            <extracomment>a setting, data.range</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which values become black and white, in all images alike. full: the least and the largest that the kind of value allows (0 to 1 for fractions); set: the least and the largest of all images; percentile: the same without the few outermost; window: two given values; auto: full for 8 bits and where most of it is used, set otherwise.</source>
            <extracomment>what the setting data.range does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of the kind</source>
            <extracomment>a value of data.range</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of all images</source>
            <extracomment>a value of data.range</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without outliers</source>
            <extracomment>a value of data.range</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two values</source>
            <extracomment>a value of data.range</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Black is</source>
            <extracomment>a setting, data.range_low</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value that becomes black.</source>
            <extracomment>what the setting data.range_low does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>White is</source>
            <extracomment>a setting, data.range_high</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value that becomes white.</source>
            <extracomment>what the setting data.range_high does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Percent cut off</source>
            <extracomment>a setting, data.range_percent</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Percent of all values that are cut off at each end.</source>
            <extracomment>what the setting data.range_percent does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channels shown</source>
            <extracomment>a setting, data.shown</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which channels are shown as red, green and blue where there are more, such as 4,2,1; empty: the first three.</source>
            <extracomment>what the setting data.shown does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How an image becomes square: cropped about its centre, or kept whole between borders.</source>
            <extracomment>what the setting data.fit does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Crop</source>
            <extracomment>a value of data.fit</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pad</source>
            <extracomment>a value of data.fit</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Borders</source>
            <extracomment>a setting, data.pad</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the borders show: black, white, the image's outermost pixels continued, or its mean colour.</source>
            <extracomment>what the setting data.pad does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Black</source>
            <extracomment>a value of data.pad</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>White</source>
            <extracomment>a value of data.pad</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edge</source>
            <extracomment>a value of data.pad</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean</source>
            <extracomment>a value of data.pad</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beneath transparency</source>
            <extracomment>a setting, data.background</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The colour beneath what is transparent.</source>
            <extracomment>what the setting data.background does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Frames</source>
            <extracomment>a setting, data.frames</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What becomes of files with several frames or pages (GIF, animated PNG and WebP, TIFF): the first is taken, each is an image, or each is a channel of one image.</source>
            <extracomment>what the setting data.frames does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First</source>
            <extracomment>a value of data.frames</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each an image</source>
            <extracomment>a value of data.frames</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each a channel</source>
            <extracomment>a value of data.frames</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <extracomment>a section of the settings</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The encoder and decoder networks.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Family of the encoder and decoder networks.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Convolutional</source>
            <extracomment>a choice of model</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>convolutions that halve the image</source>
            <extracomment>what a choice of model is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MLP</source>
            <extracomment>a choice of model</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fully connected layers</source>
            <extracomment>what a choice of model is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ResNetV2</source>
            <extracomment>a choice of model</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ResNetV2 as in “How to train your VAE”</source>
            <extracomment>what a choice of model is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ladder (two levels)</source>
            <extracomment>a choice of model</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ladder</source>
            <extracomment>a choice of model</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>convolutional, with two levels of latents, the upper of which shapes the lower one's prior</source>
            <extracomment>what a choice of model is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Network</source>
            <extracomment>a setting, model.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latent dimensions</source>
            <extracomment>a setting, model.latent_dim</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of latent dimensions D, of all levels together.</source>
            <extracomment>what the setting model.latent_dim does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weights</source>
            <extracomment>a setting, model.weights</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How weights are drawn at first: PyTorch's own scheme, or Glorot's with biases of 0 (Keras' own).</source>
            <extracomment>what the setting model.weights does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pytorch</source>
            <extracomment>a value of model.weights</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Glorot</source>
            <extracomment>a value of model.weights</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First channels</source>
            <extracomment>a setting, model.width</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channels of the first convolution; conv doubles them at each halving of the image, resnet keeps them (128 published).</source>
            <extracomment>what the setting model.width does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hidden units</source>
            <extracomment>a setting, model.hidden</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Units of each hidden layer.</source>
            <extracomment>what the setting model.hidden does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hidden layers</source>
            <extracomment>a setting, model.layers</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of hidden layers.</source>
            <extracomment>what the setting model.layers does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocks</source>
            <extracomment>a setting, model.blocks</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Identity blocks in each stage of the encoder; the decoder has half as many, rounded up (published: 2).</source>
            <extracomment>what the setting model.blocks does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Norm</source>
            <extracomment>a setting, model.norm</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>batch: batch normalisation; affine: its gains and biases alone, which is what remains of it in the released code of “How to train your VAE”, where it is never told to train.</source>
            <extracomment>what the setting model.norm does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batch</source>
            <extracomment>a value of model.norm</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Affine</source>
            <extracomment>a value of model.norm</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the upper level</source>
            <extracomment>a setting, model.top_dim</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions of the upper level, which come first in z.</source>
            <extracomment>what the setting model.top_dim does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Likelihood</source>
            <extracomment>a section of the settings</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>p(x|z), the distribution that the decoder describes.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distribution of a pixel value given z. Nats of probabilities and of densities do not compare.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bernoulli</source>
            <extracomment>a choice of likelihood</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a probability of black and white</source>
            <extracomment>what a choice of likelihood is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gaussian</source>
            <extracomment>a choice of likelihood</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a density</source>
            <extracomment>what a choice of likelihood is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Laplace</source>
            <extracomment>a choice of likelihood</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a density with heavier tails</source>
            <extracomment>what a choice of likelihood is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discretized logistic</source>
            <extracomment>a choice of likelihood</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a probability of 256 grey levels, by a mixture of logistics</source>
            <extracomment>what a choice of likelihood is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>p(x|z)</source>
            <extracomment>a setting, likelihood.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grey values</source>
            <extracomment>a setting, likelihood.binarize</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How grey values become 0 or 1: kept as they are, cut at 0.5, or drawn at each step with their value as probability.</source>
            <extracomment>what the setting likelihood.binarize does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As they are</source>
            <extracomment>a value of likelihood.binarize</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold</source>
            <extracomment>a value of likelihood.binarize</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stochastic</source>
            <extracomment>a value of likelihood.binarize</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Binarize order</source>
            <extracomment>a setting, likelihood.binarize_order</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether t acts on the grey image, which is made black and white after it (as in the CR-VAE authors' pipeline), or the other way round.</source>
            <extracomment>what the setting likelihood.binarize_order does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After t</source>
            <extracomment>a value of likelihood.binarize_order</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before t</source>
            <extracomment>a value of likelihood.binarize_order</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dequantize</source>
            <extracomment>a setting, likelihood.dequantize</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add uniform noise of one grey level, drawn at each step, so that the density bounds a probability of grey levels and has bits per pixel value.</source>
            <extracomment>what the setting likelihood.dequantize does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Output</source>
            <extracomment>a setting, likelihood.output</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the decoder's output becomes the centre of p(x|z): squashed into [0, 1], or (output + 1) / 2 as it is, cut to [0, 1] for display only.</source>
            <extracomment>what the setting likelihood.output does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sigmoid</source>
            <extracomment>a value of likelihood.output</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Linear</source>
            <extracomment>a value of likelihood.output</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spread</source>
            <extracomment>a setting, likelihood.scale</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The spread of p(x|z): fixed, one learned value, or the closed form that is optimal for the batch (σ-VAE: the root of its mean squared error, or its mean absolute error for Laplace).</source>
            <extracomment>what the setting likelihood.scale does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixed</source>
            <extracomment>a value of likelihood.scale</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learned</source>
            <extracomment>a value of likelihood.scale</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimal</source>
            <extracomment>a value of likelihood.scale</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spread value</source>
            <extracomment>a setting, likelihood.scale_value</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The spread in units of the pixel range [0, 1] (σ for Gaussian, b for Laplace); where it is learned, its start.</source>
            <extracomment>what the setting likelihood.scale_value does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mixtures</source>
            <extracomment>a setting, likelihood.mixtures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logistic distributions that are mixed.</source>
            <extracomment>what the setting likelihood.mixtures does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prior</source>
            <extracomment>a section of the settings</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>p(z), the prior.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distribution that z has before an image is seen.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard normal</source>
            <extracomment>a choice of prior</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N(0, I)</source>
            <extracomment>what a choice of prior is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gaussian mixture</source>
            <extracomment>a choice of prior</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a mixture of K Gaussians with learned means, scales and weights</source>
            <extracomment>what a choice of prior is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VampPrior</source>
            <extracomment>a choice of prior</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the mixture of the posteriors of K learned pseudo-inputs</source>
            <extracomment>what a choice of prior is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>p(z)</source>
            <extracomment>a setting, prior.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>K, the Gaussians that are mixed, each with a learned mean, scales and weight.</source>
            <extracomment>what the setting prior.components does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pseudo inputs</source>
            <extracomment>a setting, prior.pseudo_inputs</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>K, the learned images whose posteriors are mixed; each step encodes them all (published: 500).</source>
            <extracomment>what the setting prior.pseudo_inputs does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What pseudo-inputs are at first: images of the training set, or uniform noise.</source>
            <extracomment>what the setting prior.start does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training images</source>
            <extracomment>a value of prior.start</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Objective</source>
            <extracomment>a section of the settings</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bound that is optimised.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is minimised.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion + β·KL (β = 1 is the negative ELBO, else a β-VAE)</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IWAE</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the importance-weighted bound of K samples</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aggregate</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion + KL of the aggregate posterior to the prior, with a term against variance collapse (“How to train your VAE”)</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>β-TCVAE</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion + α·mutual information + β·total correlation + γ·dimension-wise KL</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FactorVAE</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion + β·KL + γ·total correlation, which a discriminator on z estimates</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DIP-VAE</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion + β·KL + what the covariance of z over images differs from the identity</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>InfoVAE (MMD)</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>InfoVAE</source>
            <extracomment>a choice of objective</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion + β·KL + λ·squared maximum mean discrepancy of z to the prior (β = 0 is WAE-MMD)</source>
            <extracomment>what a choice of objective is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bound</source>
            <extracomment>a setting, objective.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>β (KL weight)</source>
            <extracomment>a setting, objective.beta</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight β of the KL term; 1 is the VAE, above 1 the β-VAE.</source>
            <extracomment>what the setting objective.beta does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL warm-up steps</source>
            <extracomment>a setting, objective.kl_warmup</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps over which the KL's weight grows in a line from 0 to β, or of one cycle; 0 keeps β throughout.</source>
            <extracomment>what the setting objective.kl_warmup does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warm-up kind</source>
            <extracomment>a setting, objective.kl_schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>linear: the warm-up happens once; cyclical: again in every cycle, over its first half.</source>
            <extracomment>what the setting objective.kl_schedule does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cyclical</source>
            <extracomment>a value of objective.kl_schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free nats</source>
            <extracomment>a setting, objective.free_bits</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nats per dimension that the KL term gives away: its floor for each dimension.</source>
            <extracomment>what the setting objective.free_bits does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Capacity</source>
            <extracomment>a setting, objective.capacity</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target C of the KL in nats: the term becomes β·|KL − C|, C growing in a line from 0 (Burgess et al. 2018); 0 is off.</source>
            <extracomment>what the setting objective.capacity does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Capacity steps</source>
            <extracomment>a setting, objective.capacity_steps</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps over which C grows.</source>
            <extracomment>what the setting objective.capacity_steps does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>K (samples)</source>
            <extracomment>a setting, objective.num_importance_samples</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>K, the samples of z per image. K = 1 is the ELBO.</source>
            <extracomment>what the setting objective.num_importance_samples does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gradient</source>
            <extracomment>a setting, objective.gradient</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the encoder learns from the bound: its own gradient, or the doubly reparameterised one, whose noise does not grow with K (Tucker et al. 2019). The bound that is shown is the same.</source>
            <extracomment>what the setting objective.gradient does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard</source>
            <extracomment>a value of objective.gradient</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doubly reparameterised</source>
            <extracomment>a value of objective.gradient</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moments</source>
            <extracomment>a setting, objective.moments</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variance of the aggregate posterior: of the mixture (variance of the means plus mean variance), or of the means alone, as the published code has it.</source>
            <extracomment>what the setting objective.moments does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mixture</source>
            <extracomment>a value of objective.moments</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Means</source>
            <extracomment>a value of objective.moments</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>γ (variance)</source>
            <extracomment>a setting, objective.variance_weight</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight γ of Σ mean(σ² − log σ² − 1), which holds each posterior's variance near 1.</source>
            <extracomment>what the setting objective.variance_weight does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>β (total correlation)</source>
            <extracomment>a setting, objective.beta</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight β of the total correlation; 1 with α = γ = 1 is the VAE.</source>
            <extracomment>what the setting objective.beta does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>α (mutual information)</source>
            <extracomment>a setting, objective.alpha</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight α of the mutual information between images and z.</source>
            <extracomment>what the setting objective.alpha does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>γ (dimension-wise KL)</source>
            <extracomment>a setting, objective.gamma</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight γ of Σ KL(q(z_d) ‖ p(z_d)), the dimension-wise KL.</source>
            <extracomment>what the setting objective.gamma does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Estimate of q(z)</source>
            <extracomment>a setting, objective.sampling</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How q(z), a mixture over all images, is estimated from a batch: stratified is unbiased; weighted adds constants to the terms, which then say little by themselves.</source>
            <extracomment>what the setting objective.sampling does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stratified</source>
            <extracomment>a value of objective.sampling</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weighted</source>
            <extracomment>a value of objective.sampling</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>γ (total correlation)</source>
            <extracomment>a setting, objective.gamma</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight γ of the total correlation.</source>
            <extracomment>what the setting objective.gamma does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discriminator's rate</source>
            <extracomment>a setting, objective.disc_learning_rate</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the discriminator's own Adam.</source>
            <extracomment>what the setting objective.disc_learning_rate does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discriminator's units</source>
            <extracomment>a setting, objective.disc_width</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Units of each of its layers; the published 1,000.</source>
            <extracomment>what the setting objective.disc_width does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discriminator's layers</source>
            <extracomment>a setting, objective.disc_layers</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its hidden layers; the published 6.</source>
            <extracomment>what the setting objective.disc_layers does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>i: covariance of the posterior means; ii: of z itself, whose posterior variances it adds.</source>
            <extracomment>what the setting objective.kind does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DIP-VAE-I</source>
            <extracomment>a value of objective.kind</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DIP-VAE-II</source>
            <extracomment>a value of objective.kind</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>λ_od (off-diagonal)</source>
            <extracomment>a setting, objective.off_diagonal_weight</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight λ_od of the squared covariances of dimensions.</source>
            <extracomment>what the setting objective.off_diagonal_weight does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>λ_d (diagonal)</source>
            <extracomment>a setting, objective.diagonal_weight</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight λ_d of the squared distance of each dimension's variance from 1; as published 10 λ_od for I, λ_od for II.</source>
            <extracomment>what the setting objective.diagonal_weight does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight β of the KL term: 1 − α of InfoVAE; 0 is WAE-MMD.</source>
            <extracomment>what the setting objective.beta does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>λ (MMD)</source>
            <extracomment>a setting, objective.weight</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight λ of the squared discrepancy between z and the prior.</source>
            <extracomment>what the setting objective.weight does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kernel</source>
            <extracomment>a setting, objective.kernel</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>imq: C / (C + ‖z − z'‖²); rbf: exp(−‖z − z'‖² / C), which does not see what lies far out.</source>
            <extracomment>what the setting objective.kernel does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inverse multiquadratic</source>
            <extracomment>a value of objective.kernel</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gaussian (RBF)</source>
            <extracomment>a value of objective.kernel</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bandwidths</source>
            <extracomment>a setting, objective.bandwidths</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one: C = 2D, the mean squared distance of two draws from N(0, I); several: the sum over 2D times 0.1, 0.2, 0.5, 1, 2, 5 and 10.</source>
            <extracomment>what the setting objective.bandwidths does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several</source>
            <extracomment>a value of objective.bandwidths</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One</source>
            <extracomment>a value of objective.bandwidths</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Estimator</source>
            <extracomment>a setting, objective.estimator</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unbiased: mean 0 where z is distributed as the prior; biased: never below 0, and too large in small batches.</source>
            <extracomment>what the setting objective.estimator does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unbiased</source>
            <extracomment>a value of objective.estimator</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Biased</source>
            <extracomment>a value of objective.estimator</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A term that asks x and t(x) for like posteriors, beside the objective of x and of t(x).</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the posteriors are compared.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL (CR-VAE)</source>
            <extracomment>a choice of consistency</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL</source>
            <extracomment>a choice of consistency</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL between the posteriors</source>
            <extracomment>what a choice of consistency is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Triplet</source>
            <extracomment>a choice of consistency</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a triplet loss on their means, for comparison</source>
            <extracomment>what a choice of consistency is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>InfoNCE</source>
            <extracomment>a choice of consistency</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a contrastive loss on their means, for comparison</source>
            <extracomment>what a choice of consistency is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No term</source>
            <extracomment>a choice of consistency</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L(x) + L(t(x)) without a term, whatever λ is, to tell what training on t(x) alone brings</source>
            <extracomment>what a choice of consistency is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>λ (consistency)</source>
            <extracomment>a setting, consistency.weight</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight λ of the term; 0 leaves t(x) out altogether.</source>
            <extracomment>what the setting consistency.weight does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Term</source>
            <extracomment>a setting, consistency.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warmup</source>
            <extracomment>a setting, consistency.warmup</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps over which λ grows in a line from 0.</source>
            <extracomment>what the setting consistency.warmup does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Direction</source>
            <extracomment>a setting, consistency.direction</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>forward: KL(q(z|t(x)) ‖ q(z|x)), as published; reverse: the other way round; symmetric: their sum (Jeffreys).</source>
            <extracomment>what the setting consistency.direction does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forward</source>
            <extracomment>a value of consistency.direction</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reverse</source>
            <extracomment>a value of consistency.direction</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Symmetric</source>
            <extracomment>a value of consistency.direction</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Margin</source>
            <extracomment>a setting, consistency.margin</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By how much another image's mean must be farther than t(x)'s.</source>
            <extracomment>what the setting consistency.margin does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Temperature</source>
            <extracomment>a setting, consistency.temperature</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the similarities between means.</source>
            <extracomment>what the setting consistency.temperature does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A PatchGAN discriminator that judges reconstructions, over any objective.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight</source>
            <extracomment>a setting, adversarial.weight</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight of the adversarial term; 0 trains without a discriminator.</source>
            <extracomment>what the setting adversarial.weight does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of adversarial loss on the map of logits.</source>
            <extracomment>what the setting adversarial.loss does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cross-entropy</source>
            <extracomment>a value of adversarial.loss</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hinge</source>
            <extracomment>a value of adversarial.loss</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least squares</source>
            <extracomment>a value of adversarial.loss</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <extracomment>a setting, adversarial.start</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step at which the discriminator begins to learn.</source>
            <extracomment>what the setting adversarial.start does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Silent steps</source>
            <extracomment>a setting, adversarial.warmup</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps after its start before the discriminator's verdict reaches the VAE.</source>
            <extracomment>what the setting adversarial.warmup does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters</source>
            <extracomment>a setting, adversarial.width</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters of its first layers; the published 128.</source>
            <extracomment>what the setting adversarial.width does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>batch: batch normalisation and dropout; affine: neither, but for the gains and biases (see model.norm).</source>
            <extracomment>what the setting adversarial.norm does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adaptive</source>
            <extracomment>a setting, adversarial.adaptive</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale the weight so that the term's gradient at the decoder's last layer is as large as the distortion's (VQGAN).</source>
            <extracomment>what the setting adversarial.adaptive does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adaptive cap</source>
            <extracomment>a setting, adversarial.adaptive_cap</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest factor of the adaptive weight.</source>
            <extracomment>what the setting adversarial.adaptive_cap does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The random transformation t that consistency asks the posterior not to notice.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What t is drawn from. simple: ±15°, shifts to 5 %, scale 0.9–1.1; large: ±30°, 10 %, 0.75–1.25; _jitter adds brightness, contrast and hue, _vertical_flip top-bottom flips (these are the policies of the CR-VAE authors' code, which warps by nearest neighbour and whole pixels and draws the order of its colour steps; here the warp is bilinear and the order fixed); _both_flips adds left-right flips too and is LatentLab's own. A saved policy goes by its name too.</source>
            <extracomment>what a setting does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simple</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simple + colour</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large + colour</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simple + vertical flips</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large + vertical flips</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simple + vertical flips + jitter</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large + vertical flips + jitter</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simple + both flips</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large + both flips</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My own ranges</source>
            <extracomment>a choice of transform</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the ranges given here</source>
            <extracomment>what a choice of transform is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strength of t</source>
            <extracomment>a setting, transform.policy</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zeros</source>
            <extracomment>a value of transform.border</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reflection</source>
            <extracomment>a value of transform.border</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Degrees</source>
            <extracomment>a setting, transform.degrees</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rotation is drawn from ± this many degrees.</source>
            <extracomment>what the setting transform.degrees does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift</source>
            <extracomment>a setting, transform.shift</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation is drawn from ± this share of the side.</source>
            <extracomment>what the setting transform.shift does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale min</source>
            <extracomment>a setting, transform.scale_min</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least scale; above 1 enlarges.</source>
            <extracomment>what the setting transform.scale_min does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale max</source>
            <extracomment>a setting, transform.scale_max</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest scale.</source>
            <extracomment>what the setting transform.scale_max does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shear is drawn from ± this many degrees.</source>
            <extracomment>what the setting transform.shear does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flip horizontal</source>
            <extracomment>a setting, transform.flip_horizontal</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flip vertical</source>
            <extracomment>a setting, transform.flip_vertical</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distances from grey are multiplied by 1 ± this.</source>
            <extracomment>what the setting transform.saturation does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hues are turned by ± this part of the colour circle.</source>
            <extracomment>what the setting transform.hue does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest standard deviation of added noise, pixels in [0, 1].</source>
            <extracomment>what the setting transform.noise does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest σ of a Gaussian blur in pixels.</source>
            <extracomment>what the setting transform.blur does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest share of the area that is blackened.</source>
            <extracomment>what the setting transform.erase does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long and how fast.</source>
            <extracomment>what a section of the settings is about</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optimiser steps of the whole run.</source>
            <extracomment>what the setting train.steps does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images per step</source>
            <extracomment>a setting, train.batch_size</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images per step.</source>
            <extracomment>what the setting train.batch_size does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batches per step</source>
            <extracomment>a setting, train.accumulate</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batches whose gradients are averaged into one step, as one batch that many times as large would give in less memory.</source>
            <extracomment>what the setting train.accumulate does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adam: steps scaled by the root of the mean squared gradient; adamw: Adam with weight decay apart from the gradient; sgd: the gradient itself, with momentum.</source>
            <extracomment>what the setting train.optimizer does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adam</source>
            <extracomment>a value of train.optimizer</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>AdamW</source>
            <extracomment>a value of train.optimizer</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SGD</source>
            <extracomment>a value of train.optimizer</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The optimiser's step size.</source>
            <extracomment>what the setting train.learning_rate does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate schedule</source>
            <extracomment>a setting, train.schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the learning rate. constant: the same rate throughout; cosine: half a cosine, to 0 at the end of the run; linear: a line to 0 at the end of the run; one_cycle: up from 1/25 of the rate by half a cosine over the warm-up (30 % of the run where that is 0), and down to a 10,000th of that; step: a drop after every so many steps; plateau: a drop where measurements no longer improve.</source>
            <extracomment>what the setting train.schedule does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Constant</source>
            <extracomment>a value of train.schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cosine</source>
            <extracomment>a value of train.schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One cycle</source>
            <extracomment>a value of train.schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plateau</source>
            <extracomment>a value of train.schedule</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate warm-up steps</source>
            <extracomment>a setting, train.warmup</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps over which the learning rate grows at first, in a line from 0.</source>
            <extracomment>what the setting train.warmup does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate drop</source>
            <extracomment>a setting, train.decay</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Factor of the learning rate at each drop.</source>
            <extracomment>what the setting train.decay does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps per drop</source>
            <extracomment>a setting, train.decay_every</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps from one drop of the learning rate to the next.</source>
            <extracomment>what the setting train.decay_every does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop patience</source>
            <extracomment>a setting, train.decay_patience</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measurements in a row, one at each checkpoint, without a new best before the learning rate drops.</source>
            <extracomment>what the setting train.decay_patience does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight decay</source>
            <extracomment>a setting, train.weight_decay</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much of each weight a step at learning rate 1 would take away; biases, norms and the prior keep theirs.</source>
            <extracomment>what the setting train.weight_decay does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Momentum</source>
            <extracomment>a setting, train.momentum</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the last step's direction that is kept.</source>
            <extracomment>what the setting train.momentum does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adam epsilon</source>
            <extracomment>a setting, train.adam_epsilon</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Added to the root of Adam's mean squared gradient, also of a discriminator's; Keras has 1e-7.</source>
            <extracomment>what the setting train.adam_epsilon does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adam β₁</source>
            <extracomment>a setting, train.adam_beta1</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adam's decay of the mean gradient, for both networks.</source>
            <extracomment>what the setting train.adam_beta1 does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight average</source>
            <extracomment>a setting, train.ema_decay</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decay a step of a running average of the weights, which is then what is looked at, measured and opened; 0 keeps none.</source>
            <extracomment>what the setting train.ema_decay does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gradient clip</source>
            <extracomment>a setting, train.gradient_clip</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest norm of the whole gradient; 0 does not clip.</source>
            <extracomment>what the setting train.gradient_clip does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start weights</source>
            <extracomment>a setting, train.init_from</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A run's folder whose weights this one begins with; empty draws them.</source>
            <extracomment>what the setting train.init_from does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parts of those</source>
            <extracomment>a setting, train.init_parts</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which of those weights; the shapes must be the same.</source>
            <extracomment>what the setting train.init_parts does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <extracomment>a value of train.init_parts</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encoder</source>
            <extracomment>a value of train.init_parts</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decoder</source>
            <extracomment>a value of train.init_parts</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Freeze them</source>
            <extracomment>a setting, train.freeze</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether that network keeps those weights.</source>
            <extracomment>what the setting train.freeze does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End after epochs</source>
            <extracomment>a setting, train.epochs</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passes over the training images after which training ends, where that is before the last step; 0 does not count them.</source>
            <extracomment>what the setting train.epochs does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End after minutes</source>
            <extracomment>a setting, train.minutes</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes of training, over all sittings, after which it ends; 0 does not count them.</source>
            <extracomment>what the setting train.minutes does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patience</source>
            <extracomment>a setting, train.patience</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measurements in a row, one at each checkpoint, that may pass without a new best before training ends; 0 trains to the last step.</source>
            <extracomment>what the setting train.patience does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Best checkpoint by</source>
            <extracomment>a setting, train.best_by</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which measurement tells the best checkpoint, patience and plateaus. What is chosen by the held-out images (test/…) no longer says how well the model does on new ones.</source>
            <extracomment>what the setting train.best_by does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bound on the validation images</source>
            <extracomment>a value of train.best_by</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ELBO of the held-out images</source>
            <extracomment>a value of train.best_by</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MSE of the held-out images</source>
            <extracomment>a value of train.best_by</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Precision</source>
            <extracomment>a setting, train.precision</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arithmetic of the networks; KL terms stay in float32. bf16 pays on GPUs, rarely on CPUs; fp16 needs CUDA.</source>
            <extracomment>what the setting train.precision does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>float32</source>
            <extracomment>a value of train.precision</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bfloat16</source>
            <extracomment>a value of train.precision</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>float16</source>
            <extracomment>a value of train.precision</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CPU threads; empty takes all, or all but one while a window is open.</source>
            <extracomment>what the setting train.threads does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recover</source>
            <extracomment>a setting, train.recover</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often a run whose loss stops being finite may go back to its last checkpoint by itself, each time at half the learning rate; 0 stops it.</source>
            <extracomment>what the setting train.recover does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report every</source>
            <extracomment>a setting, train.report_every</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps over which reported numbers are averaged.</source>
            <extracomment>what the setting train.report_every does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checkpoint every</source>
            <extracomment>a setting, train.checkpoint_every</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps between checkpoints and measurements on held-out images.</source>
            <extracomment>what the setting train.checkpoint_every does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep every</source>
            <extracomment>a setting, train.keep_every</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps of which every multiple keeps its checkpoint; of the others the last three, the best and those with a name stay. 0 keeps no more than these.</source>
            <extracomment>what the setting train.keep_every does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short name, part of the run folder's.</source>
            <extracomment>what the setting .name does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed</source>
            <extracomment>a setting, .seed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed of weights, batches, noise and transformations.</source>
            <extracomment>what the setting .seed does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device</source>
            <extracomment>a setting, .device</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>auto, cpu, cuda, cuda:N or mps.</source>
            <extracomment>what the setting .device does</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the optimiser makes small: the sum of the weighted terms, those of t(x) among them where there are any.</source>
            <extracomment>what total is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ELBO</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lower bound on log p(x), of x alone: where a run trains on t(x) too, that has no part in it.</source>
            <extracomment>what ELBO is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IWAE bound</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bound of K samples, of x alone.</source>
            <extracomment>what IWAE bound is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>effective sample size</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the importance weights, between 1 and K.</source>
            <extracomment>what effective sample size is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>learning rate</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the optimiser, at the step of the report.</source>
            <extracomment>what learning rate is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gradient norm</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the whole gradient, before clipping.</source>
            <extracomment>what gradient norm is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lower bound on log p(x) by one sample, of held-out images without t.</source>
            <extracomment>what ELBO is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distortion</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of held-out images.</source>
            <extracomment>what distortion is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rate</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MSE</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>per pixel value</source>
            <extracomment>the unit of MSE</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean squared error of held-out images, which are in [0, 1].</source>
            <extracomment>what MSE is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consistency KL</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL between the posteriors of held-out images and their t(x).</source>
            <extracomment>what consistency KL is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>active units</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dimensions</source>
            <extracomment>the unit of active units</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latent dimensions whose posterior means vary over held-out images.</source>
            <extracomment>what active units is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pixel variance</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean over pixel positions of the variance over held-out images.</source>
            <extracomment>what pixel variance is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>validation bound</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the objective makes small of x alone, without a discriminator's term, its sign turned, on images that are not learned from.</source>
            <extracomment>what validation bound is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>discriminator loss</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nats per patch</source>
            <extracomment>the unit of discriminator loss</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean over patches.</source>
            <extracomment>what discriminator loss is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>logits of real</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean over patches of real images.</source>
            <extracomment>what logits of real is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>logits of fake</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean over patches of reconstructions.</source>
            <extracomment>what logits of fake is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>accuracy on real</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of patches</source>
            <extracomment>the unit of accuracy on real</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of patches of real images with a positive logit.</source>
            <extracomment>what accuracy on real is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>accuracy on fake</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of patches of reconstructions with a negative logit.</source>
            <extracomment>what accuracy on fake is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gradient ratio</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Norm of the distortion's gradient over that of the adversarial term's, at the decoder's last layer.</source>
            <extracomment>what gradient ratio is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adaptive weight</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the adversarial term, scaled by the gradient ratio.</source>
            <extracomment>what adaptive weight is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loss of the discriminator on z</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nats per sample</source>
            <extracomment>the unit of loss of the discriminator on z</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cross-entropy of telling z from z of permuted dimensions; log 2 = 0.69 where it cannot tell.</source>
            <extracomment>what loss of the discriminator on z is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>accuracy of the discriminator on z</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of samples</source>
            <extracomment>the unit of accuracy of the discriminator on z</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of samples told right, ½ where it cannot tell.</source>
            <extracomment>what accuracy of the discriminator on z is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CPU</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>% of the cores</source>
            <extracomment>the unit of CPU</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Processor time of LatentLab since the last report, of what all cores that it may use have.</source>
            <extracomment>what CPU is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>memory</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GiB</source>
            <extracomment>the unit of memory</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Main memory that LatentLab's process takes.</source>
            <extracomment>what memory is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CPU power</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>W</source>
            <extracomment>the unit of CPU power</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean power of the processor since the last report, whoever uses it.</source>
            <extracomment>what CPU power is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GPU</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>% of the time</source>
            <extracomment>the unit of GPU</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the time in which the GPU computes, whoever uses it, at the moment of the report.</source>
            <extracomment>what GPU is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GPU memory</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Memory of the GPU that PyTorch has taken.</source>
            <extracomment>what GPU memory is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GPU power</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Power of the GPU at the moment of the report, whoever uses it.</source>
            <extracomment>what GPU power is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−log p(x|z) of one sample of z an image.</source>
            <extracomment>what distortion is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL of the posterior to the prior.</source>
            <extracomment>what rate is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rate penalty</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is optimised in the rate's place where free bits or a capacity change it.</source>
            <extracomment>what rate penalty is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>negative IWAE bound</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−log of the mean importance weight of K samples.</source>
            <extracomment>what negative IWAE bound is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>aggregate rate</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL of the aggregate posterior's Gaussian to the prior.</source>
            <extracomment>what aggregate rate is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>variance</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Σ mean(σ² − log σ² − 1), which is 0 where every σ is 1.</source>
            <extracomment>what variance is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mutual information</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Between images and z, of the data's q(z) as the batch estimates it; at most log N for N images.</source>
            <extracomment>what mutual information is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>total correlation</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL of q(z) to the product of its dimensions', as the batch estimates it.</source>
            <extracomment>what total correlation is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dimension-wise KL</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Σ of the KL of each dimension's q(z_d) to the prior, as the batch estimates it.</source>
            <extracomment>what dimension-wise KL is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>total correlation by D</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean log density ratio of q(z) to the product of its dimensions', as the discriminator on z sees it; below 0 where it errs.</source>
            <extracomment>what total correlation by D is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decorrelation</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>squared covariance</source>
            <extracomment>the unit of decorrelation</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Σ of the squared covariances of two latent dimensions over images, which is 0 where none are correlated.</source>
            <extracomment>what decorrelation is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unit variance</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>squared variance</source>
            <extracomment>the unit of unit variance</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Σ of the squared distances from 1 of the latent dimensions' variances over images.</source>
            <extracomment>what unit variance is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MMD²</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kernel units (1 for two equal points, each bandwidth)</source>
            <extracomment>the unit of MMD²</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Squared maximum mean discrepancy between z and the prior; unbiased, so that 0 is often a little below 0.</source>
            <extracomment>what MMD² is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KL between the posteriors of x and t(x).</source>
            <extracomment>what consistency is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>triplet</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>squared units of z</source>
            <extracomment>the unit of triplet</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Triplet loss on posterior means.</source>
            <extracomment>what triplet is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>InfoNCE loss on posterior means.</source>
            <extracomment>what InfoNCE is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adversarial</source>
            <extracomment>a number that a run reports, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The discriminator's verdict on reconstructions.</source>
            <extracomment>what adversarial is</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NLL</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>negative log-likelihood ({likelihood}, S = {S:,})</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−log p(x), summed over pixels, averaged over images; the likelihood's constants are included.</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−log (1/S) Σₛ p(x|zₛ)·p(zₛ)/q(zₛ|x), zₛ from q(z|x)</source>
            <extracomment>of the measure NLL</extracomment>
            <translation>−log (1/S) Σₛ p(x|zₛ)·p(zₛ)/q(zₛ|x)，zₛ 取自 q(z|x)</translation>
        </message>
        <message>
            <source>Lower is better, among models of one likelihood.</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standard error of the NLL</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standard error over images</source>
            <extracomment>of the measure standard error of the NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard error over images. It does not cover the gap of the bound.</source>
            <extracomment>of the measure standard error of the NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a standard error needs two images or more.</source>
            <extracomment>of the measure standard error of the NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bits</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bits per pixel value</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same cost in bits, of a likelihood over grey levels or dequantised images.</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NLL / (pixel values · log 2)</source>
            <extracomment>of the measure NLL</extracomment>
            <translation>NLL / (像素值个数 · log 2)</translation>
        </message>
        <message>
            <source>Lower is better.</source>
            <extracomment>of the measure NLL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>effective importance samples</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {S:,}</source>
            <extracomment>of the measure effective importance samples</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mean effective number of importance samples.</source>
            <extracomment>of the measure effective importance samples</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(Σ wₛ)² / Σ wₛ²</source>
            <extracomment>of the measure effective importance samples</extracomment>
            <translation>(Σ wₛ)² / Σ wₛ²</translation>
        </message>
        <message>
            <source>Below 10 of them, the bound may be far from the truth.</source>
            <extracomment>of the measure effective importance samples</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NLL by AIS</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by annealed importance sampling</source>
            <extracomment>of the measure NLL by AIS</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nats, {ais_temperatures} temperatures</source>
            <extracomment>of the measure NLL by AIS</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−log p(x) by annealed importance sampling.</source>
            <extracomment>of the measure NLL by AIS</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A slow reference for the NLL; lower is better.</source>
            <extracomment>of the measure NLL by AIS</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standard error of the NLL by AIS</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard error over images.</source>
            <extracomment>of the measure standard error of the NLL by AIS</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the latents of an image say of it, beyond the prior.</source>
            <extracomment>of the measure rate</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean KL(q(z|x) ‖ p(z))</source>
            <extracomment>of the measure rate</extracomment>
            <translation>KL(q(z|x) ‖ p(z)) 的均值</translation>
        </message>
        <message>
            <source>Information</source>
            <extracomment>a group of measures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rate of each latent dimension.</source>
            <extracomment>of the measure KL per dimension</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean KL(q(z_d|x) ‖ p(z_d))</source>
            <extracomment>of the measure KL per dimension</extracomment>
            <translation>KL(q(z_d|x) ‖ p(z_d)) 的均值</translation>
        </message>
        <message>
            <source>MI</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A lower bound on I_q(x; z), which cannot exceed log N.</source>
            <extracomment>of the measure MI</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E[log q(z|x) − log (1/N) Σᵢ q(z|xᵢ)]</source>
            <extracomment>of the measure MI</extracomment>
            <translation>E[log q(z|x) − log (1/N) Σᵢ q(z|xᵢ)]</translation>
        </message>
        <message>
            <source>Higher: the latents tell images better apart.</source>
            <extracomment>of the measure MI</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An upper bound on I_q(x; z).</source>
            <extracomment>of the measure MI</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E[log q(z|x) − log r(z)], r a Gaussian mixture fitted to latents of training images</source>
            <extracomment>of the measure MI</extracomment>
            <translation>E[log q(z|x) − log r(z)]，r 为拟合训练图像隐变量的高斯混合</translation>
        </message>
        <message>
            <source>marginal KL</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A lower bound on KL(q(z) ‖ p(z)).</source>
            <extracomment>of the measure marginal KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rate − upper bound on the MI</source>
            <extracomment>of the measure marginal KL</extracomment>
            <translation>码率 − MI 的上界</translation>
        </message>
        <message>
            <source>Lower: samples from the prior look like places where images are.</source>
            <extracomment>of the measure marginal KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An upper bound on KL(q(z) ‖ p(z)).</source>
            <extracomment>of the measure marginal KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rate − lower bound on the MI</source>
            <extracomment>of the measure marginal KL</extracomment>
            <translation>码率 − MI 的下界</translation>
        </message>
        <message>
            <source>A lower bound on KL(q(z) ‖ Π q(z_d)).</source>
            <extracomment>of the measure total correlation</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>marginal KL (≥) − dimension-wise KL, at least 0</source>
            <extracomment>of the measure total correlation</extracomment>
            <translation>边缘 KL (≥) − 逐维 KL，至少为 0</translation>
        </message>
        <message>
            <source>Lower: the dimensions depend less on each other.</source>
            <extracomment>of the measure total correlation</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An upper bound on KL(q(z) ‖ Π q(z_d)).</source>
            <extracomment>of the measure total correlation</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>marginal KL (≤) − dimension-wise KL</source>
            <extracomment>of the measure total correlation</extracomment>
            <translation>边缘 KL (≤) − 逐维 KL</translation>
        </message>
        <message>
            <source>An upper bound on Σ_d KL(q(z_d) ‖ p(z_d)).</source>
            <extracomment>of the measure dimension-wise KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>active units (variance of means &gt; 0.01)</source>
            <extracomment>of the measure active units</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {latent_dim}</source>
            <extracomment>of the measure active units</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions whose posterior means vary by more than 0.01.</source>
            <extracomment>of the measure active units</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number of d with Var_x μ_d(x) &gt; 0.01</source>
            <extracomment>of the measure active units</extracomment>
            <translation>满足 Var_x μ_d(x) &gt; 0.01 的 d 的个数</translation>
        </message>
        <message>
            <source>Those that are not active carry nothing of the image.</source>
            <extracomment>of the measure active units</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>active units by KL</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by KL &gt; 0.1 nat</source>
            <extracomment>of the measure active units by KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dimensions whose KL exceeds 0.1 nat.</source>
            <extracomment>of the measure active units by KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number of d with mean KL(q(z_d|x) ‖ p(z_d)) &gt; 0.1</source>
            <extracomment>of the measure active units by KL</extracomment>
            <translation>KL(q(z_d|x) ‖ p(z_d)) 均值 &gt; 0.1 的 d 的个数</translation>
        </message>
        <message>
            <source>variance of means</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of each latent dimension over the images.</source>
            <extracomment>of the measure variance of means</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Var_x μ_d(x)</source>
            <extracomment>of the measure variance of means</extracomment>
            <translation>Var_x μ_d(x)</translation>
        </message>
        <message>
            <source>probe accuracy</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>linear probe accuracy</source>
            <extracomment>of the measure probe accuracy</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of labels that logistic regression on posterior means gets right.</source>
            <extracomment>of the measure probe accuracy</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Higher: the labels lie open in the latents.</source>
            <extracomment>of the measure probe accuracy</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probes</source>
            <extracomment>a group of measures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attribute AUC</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>linear probe AUC, mean over attributes</source>
            <extracomment>of the measure attribute AUC</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area under the ROC curve of logistic regression on posterior means, mean over attributes.</source>
            <extracomment>of the measure attribute AUC</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Higher; 0.5 is chance.</source>
            <extracomment>of the measure attribute AUC</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no attribute is both present and absent among these images.</source>
            <extracomment>of the measure attribute AUC</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MIG</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mutual information gap (MIG)</source>
            <extracomment>of the measure MIG</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 is best</source>
            <extracomment>of the measure MIG</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mutual information gap.</source>
            <extracomment>of the measure MIG</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(1/F) Σ_f (I(z₍₁₎; f) − I(z₍₂₎; f)) / H(f), of the two dimensions that know most of f</source>
            <extracomment>of the measure MIG</extracomment>
            <translation>(1/F) Σ_f (I(z₍₁₎; f) − I(z₍₂₎; f)) / H(f)，取与 f 互信息最大的两个维度</translation>
        </message>
        <message>
            <source>Higher: one dimension for each factor; 1 is best.</source>
            <extracomment>of the measure MIG</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disentanglement</source>
            <extracomment>a group of measures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FactorVAE score</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accuracy of telling a fixed factor by the dimension that varies least.</source>
            <extracomment>of the measure FactorVAE score</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Higher; 1 is best.</source>
            <extracomment>of the measure FactorVAE score</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DCI disentanglement</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DCI disentanglement ({dci})</source>
            <extracomment>of the measure DCI disentanglement</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much each dimension serves one factor alone.</source>
            <extracomment>of the measure DCI disentanglement</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DCI completeness</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much each factor is served by one dimension alone.</source>
            <extracomment>of the measure DCI completeness</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DCI informativeness</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of factor values</source>
            <extracomment>of the measure DCI informativeness</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of factor values that trees on posterior means get right.</source>
            <extracomment>of the measure DCI informativeness</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consistency KL ({policy})</source>
            <extracomment>of the measure consistency KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far t moves the posterior of an image.</source>
            <extracomment>of the measure consistency KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean KL(q(z|t(x)) ‖ q(z|x))</source>
            <extracomment>of the measure consistency KL</extracomment>
            <translation>KL(q(z|t(x)) ‖ q(z|x)) 的均值</translation>
        </message>
        <message>
            <source>Lower: the latents follow t less. It falls with the rate too.</source>
            <extracomment>of the measure consistency KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consistency KL per dimension</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The consistency KL of each latent dimension.</source>
            <extracomment>of the measure consistency KL per dimension</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reverse consistency KL</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The consistency KL with the posteriors exchanged.</source>
            <extracomment>of the measure reverse consistency KL</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean KL(q(z|x) ‖ q(z|t(x)))</source>
            <extracomment>of the measure reverse consistency KL</extracomment>
            <translation>KL(q(z|x) ‖ q(z|t(x))) 的均值</translation>
        </message>
        <message>
            <source>Jeffreys</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation>Jeffreys</translation>
        </message>
        <message>
            <source>The sum of the consistency KL and the reverse one.</source>
            <extracomment>of the measure Jeffreys</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2-Wasserstein</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2-Wasserstein distance of the posteriors of x and t(x).</source>
            <extracomment>of the measure 2-Wasserstein</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it has no closed form for posteriors of two levels.</source>
            <extracomment>of the measure 2-Wasserstein</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consistency ratio</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 = invariant, 1 = unrelated images</source>
            <extracomment>of the measure consistency ratio</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distance that t moves the mean over distance to another image, both squared.</source>
            <extracomment>of the measure consistency ratio</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E‖μ(t(x)) − μ(x)‖² / E‖μ(x′) − μ(x)‖²</source>
            <extracomment>of the measure consistency ratio</extracomment>
            <translation>E‖μ(t(x)) − μ(x)‖² / E‖μ(x′) − μ(x)‖²</translation>
        </message>
        <message>
            <source>Lower: 0 is invariant, 1 as far as another image.</source>
            <extracomment>of the measure consistency ratio</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no other image to compare with, or the posterior means of all images coincide.</source>
            <extracomment>of the measure consistency ratio</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>retrieval@1</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>among {N:,} images</source>
            <extracomment>of the measure retrieval@1</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of t(x) whose nearest mean is that of x.</source>
            <extracomment>of the measure retrieval@1</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Higher; it depends on how many images there are.</source>
            <extracomment>of the measure retrieval@1</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no other image to be found in its place.</source>
            <extracomment>of the measure retrieval@1</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reconstruction MSE</source>
            <extracomment>of the measure MSE</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Squared error of the reconstruction at the posterior's mode.</source>
            <extracomment>of the measure MSE</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconstruction</source>
            <extracomment>a group of measures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L1</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Absolute error of the reconstruction at the posterior's mode.</source>
            <extracomment>of the measure L1</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PSNR</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PSNR of the mean MSE</source>
            <extracomment>of the measure PSNR</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dB</source>
            <extracomment>of the measure PSNR</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Peak signal-to-noise ratio of the mean squared error.</source>
            <extracomment>of the measure PSNR</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−10 log₁₀ MSE</source>
            <extracomment>of the measure PSNR</extracomment>
            <translation>−10 log₁₀ MSE</translation>
        </message>
        <message>
            <source>Higher is better.</source>
            <extracomment>of the measure PSNR</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the reconstructions are without error, so the ratio is infinite.</source>
            <extracomment>of the measure PSNR</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SSIM</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Structural similarity.</source>
            <extracomment>of the measure SSIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the images are smaller than its window of 11×11 pixels.</source>
            <extracomment>of the measure SSIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FID</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>samples FID</source>
            <extracomment>of the measure FID</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fréchet Inception distance between prior samples and images.</source>
            <extracomment>of the measure FID</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Samples</source>
            <extracomment>a group of measures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KID</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kernel Inception distance between prior samples and images.</source>
            <extracomment>of the measure KID</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>time per step</source>
            <extracomment>a measure, within a sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>s</source>
            <extracomment>of the measure time per step</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time of a training step.</source>
            <extracomment>of the measure time per step</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other</source>
            <extracomment>a group of measures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>live</source>
            <extracomment>what has become of a run, or of an entry of the queue</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>interrupted</source>
            <extracomment>what has become of a run, or of an entry of the queue</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <extracomment>what has become of a run, or of an entry of the queue</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reconstruction error, MSE per pixel value</source>
            <extracomment>what the colours of a map stand for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>log q(z) in this plane, nats</source>
            <extracomment>what the colours of a map stand for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>k-means cluster of posterior means</source>
            <extracomment>what the colours of a map stand for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>difference of means</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>brightness</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decoded</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>absent</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>present</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no label</source>
            <extracomment>stands beside pictures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not an image</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>truncated</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>broken</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not finite</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>frames</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>too large</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unreadable</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>encrypted</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>link</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>animated</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>16 bit</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deep</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cmyk</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lab</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>profile</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gamma</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>transparent</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rotated</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tiny</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>misnamed</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>duplicate</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mixed channels</source>
            <extracomment>what is wrong with an image file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source># LatentLab</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a variational auto-encoder and explore its latent space while it learns.</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>## Begin</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>- The page before the first run shows a model that ships with LatentLab. Drag its sliders; **Open in Explore** opens it as a run.
- **Train digits** trains on 1,797 handwritten digits that ship with LatentLab, in one or two minutes.
- **Set up a run** to choose images, network and objective, then press **New run**.
- **Runs** lists every run: open, name, tag, archive or continue it there.
- **Drop** a run's folder, an image, a folder of images or an exported picture on the window. Before you let go, the window says
  what it will do.</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>## Watch</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>- **Live** shows the weighted terms of the loss, the KL of each latent dimension, reconstructions and samples. Solid lines are
  training images, dashed lines held-out ones. The wheel zooms, dragging moves, a double click fits.
- **Pause** holds after the step in progress; **Stop** saves. **Continue** goes on exactly where the run was saved.</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>## Explore</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>- The **sliders** at the right move one dimension of z each; the picture follows, also while the model trains.
- **Explore** draws one row of pictures for each dimension; click a cell to go there.
- **Interpolate** goes from one image to another; **Map** shows where the held-out images lie; **Directions** finds what makes
  images of one kind differ.
- **Consistency** puts x beside t(x), with both posteriors.
- **Export** writes PNG, GIF, WebP or MP4. The file holds the run, the step, the seed and z; drop it on the window to see its view
  again.</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>## Judge</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>- **Compare** lays runs over each other, **Evaluate** measures one on held-out images, **Sweeps** holds the queue: runs and
  sweeps that wait in line. “Add to queue” beside “New run” puts a run there, also while another trains.
- Numbers are in nats per image: summed over pixels and latent dimensions, averaged over images, constants included. The ELBO is a
  lower bound on log p(x): higher is better.</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>## Find things</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>- Press **Ctrl+K** and type: every action, workspace, run and setting by name.
- Press **F1** for the shortcuts. Tab moves the focus, the arrow keys move in grids, sliders and the rail.
- The button at the right end of the status bar lists what was told, with details to copy for a report.</source>
            <extracomment>a paragraph of the help</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE on digits</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first run: 1,797 handwritten digits that ship with LatentLab.</source>
            <extracomment>what the preset “VAE on digits” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>β-VAE on digits</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>β = 4: fewer active dimensions, each with one visible effect.</source>
            <extracomment>what the preset “β-VAE on digits” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CR-VAE on digits</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consistency: q(z|x) stays the same when a digit is shifted or turned.</source>
            <extracomment>what the preset “CR-VAE on digits” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ladder VAE on digits</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two levels of latents: the upper for the kind of digit, the lower for its strokes.</source>
            <extracomment>what the preset “Ladder VAE on digits” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE on photographs</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your own colour photographs at 64×64, with a Gaussian of fitted width.</source>
            <extracomment>what the preset “VAE on photographs” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How to train your VAE</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As in the text of Rivera 2024: sharp 256×256 faces by a discriminator. For a GPU.</source>
            <extracomment>what the preset “How to train your VAE” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How to train, as released</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the code released with Rivera 2024 really trains. For a GPU.</source>
            <extracomment>what the preset “How to train, as released” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CR-VAE on MNIST</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As in Sinha &amp; Dieng 2021, with smaller networks, to compare with the VAE.</source>
            <extracomment>what the preset “CR-VAE on MNIST” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE on MNIST</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The usual benchmark, from MNIST files that you have or download in Data.</source>
            <extracomment>what the preset “VAE on MNIST” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CR-VAE on Omniglot</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE on Omniglot</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characters of 50 alphabets: many kinds, few images of each.</source>
            <extracomment>what the preset “VAE on Omniglot” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>β-VAE on sprites</source>
            <extracomment>a preset</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disentangling: shape, size, turn and place of a sprite are known, so it can be measured.</source>
            <extracomment>what the preset “β-VAE on sprites” is for</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A posterior that collapses, and its cure</source>
            <extracomment>a guided experiment</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens to z when the KL weighs too much?</source>
            <extracomment>the question of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with β = 30</source>
            <extracomment>a step of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>600 steps on the digits. The KL to the prior costs 30 times what it is worth, so the cheapest posterior is the prior itself.</source>
            <extracomment>the step “Train with β = 30”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out rate</source>
            <extracomment>a number that a step checks</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the reconstructions</source>
            <extracomment>a step of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Live, every reconstruction is the same grey average, and the heat map of the KL per dimension stays dark.</source>
            <extracomment>the step “Look at the reconstructions”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move z</source>
            <extracomment>a step of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start from an image and drag a slider: the decoded picture hardly changes. The decoder has learned to ignore z.</source>
            <extracomment>the step “Move z”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with β = 1 and a warm-up</source>
            <extracomment>a step of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The KL's weight grows from 0 to 1 over the first 200 steps, so z is in use before it costs its full price.</source>
            <extracomment>the step “Train with β = 1 and a warm-up”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traverse z</source>
            <extracomment>a step of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each row moves one dimension. Now the rows differ: slant, width and shape of the digit change.</source>
            <extracomment>the step “Traverse z”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With β = 30 the posterior of every image is the prior: z carries no information, and every row of the traversal is one picture. With β = 1, reached over a warm-up, the same network uses its dimensions.</source>
            <extracomment>the answer of “A posterior that collapses, and its cure”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE against CR-VAE under rotation</source>
            <extracomment>a guided experiment</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does a VAE encode a digit and the same digit turned to similar posteriors?</source>
            <extracomment>the question of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train a plain VAE</source>
            <extracomment>a step of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>600 steps on the digits, without any t(x).</source>
            <extracomment>the step “Train a plain VAE”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out consistency KL</source>
            <extracomment>a number that a step checks</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn an image</source>
            <extracomment>a step of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Consistency, set the rotation of t. The bars compare q(z|x) with q(z|t(x)), dimension by dimension, and the strength plot shows how fast they part.</source>
            <extracomment>the step “Turn an image”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train the CR-VAE</source>
            <extracomment>a step of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same network with λ · KL(q(z|t(x)) ‖ q(z|x)) added, λ = 1. It reads every image twice, so a step costs about twice as much.</source>
            <extracomment>the step “Train the CR-VAE”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn an image again</source>
            <extracomment>a step of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same rotation now moves the posterior less.</source>
            <extracomment>the step “Turn an image again”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare both runs</source>
            <extracomment>a step of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check both runs in Compare and choose the held-out consistency KL, then the distortion: one fell, the other rose.</source>
            <extracomment>the step “Compare both runs”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The plain VAE treats x and t(x) almost as two images. The consistency term brings their posteriors together, at some cost in reconstruction: compare the held-out distortions of both runs in Compare.</source>
            <extracomment>the answer of “VAE against CR-VAE under rotation”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variance collapse, and the term against it</source>
            <extracomment>a guided experiment</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What keeps each posterior wide when only the aggregate posterior is matched to the prior?</source>
            <extracomment>the question of “Variance collapse, and the term against it”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train without the term</source>
            <extracomment>a step of “Variance collapse, and the term against it”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The aggregate objective with γ = 0: the posteriors together should look like the prior, and nothing is asked of each one.</source>
            <extracomment>the step “Train without the term”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the posterior of one image</source>
            <extracomment>a step of “Variance collapse, and the term against it”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Live, the tab Posterior shows q(z|x) of an image as a point per dimension: its σ is far below the prior's 1.</source>
            <extracomment>the step “Look at the posterior of one image”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with γ = 1</source>
            <extracomment>a step of “Variance collapse, and the term against it”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same settings with the term against variance collapse.</source>
            <extracomment>the step “Train with γ = 1”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start from an image and drag sliders: between the digits the decoder now has something to show, because the posteriors overlap.</source>
            <extracomment>the step “Move z”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The KL of the aggregate posterior alone leaves each posterior free to shrink to a point: z then tells single images apart, and the KL of each posterior to the prior grows. The term γ · Σ (σ² − log σ² − 1) holds σ near 1.</source>
            <extracomment>the answer of “Variance collapse, and the term against it”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A discriminator in balance, and one that takes over</source>
            <extracomment>a guided experiment</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much should a discriminator weigh beside the likelihood?</source>
            <extracomment>the question of “A discriminator in balance, and one that takes over”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with weight 1</source>
            <extracomment>a step of “A discriminator in balance, and one that takes over”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small PatchGAN judges reconstructions of the digits. Its logits of real and of reconstructed patches are plotted in Live.</source>
            <extracomment>the step “Train with weight 1”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out distortion</source>
            <extracomment>a number that a step checks</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the logits and the reconstructions</source>
            <extracomment>a step of “A discriminator in balance, and one that takes over”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real and reconstructed patches have nearly the same logits: the discriminator can hardly tell them apart, and each reconstruction shows its own digit.</source>
            <extracomment>the step “Look at the logits and the reconstructions”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with weight 5000</source>
            <extracomment>a step of “A discriminator in balance, and one that takes over”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same run, with an adversarial term that outweighs the likelihood.</source>
            <extracomment>the step “Train with weight 5000”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look again</source>
            <extracomment>a step of “A discriminator in balance, and one that takes over”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare the originals with the reconstructions below them. The discriminator's accuracy alone would not have told you.</source>
            <extracomment>the step “Look again”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With weight 1 the discriminator judges without pulling the reconstructions away from their images. With weight 5000 its gradient outweighs the likelihood's: the decoder learns to look plausible patch by patch, and the reconstructions no longer show the images they come from.</source>
            <extracomment>the answer of “A discriminator in balance, and one that takes over”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What K does in IWAE</source>
            <extracomment>a guided experiment</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changes when the bound is taken from more samples of z?</source>
            <extracomment>the question of “What K does in IWAE”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with K = 1</source>
            <extracomment>a step of “What K does in IWAE”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>K = 1 is the ELBO of the VAE.</source>
            <extracomment>the step “Train with K = 1”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with K = 10</source>
            <extracomment>a step of “What K does in IWAE”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each step decodes ten samples of z per image, so it takes several times as long.</source>
            <extracomment>the step “Train with K = 10”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check both runs in Compare. Their totals are bounds of different K and are not comparable; the held-out rate, distortion and ELBO are.</source>
            <extracomment>the step “Compare both runs”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With K = 10 the objective is a tighter bound, and the posterior may stay wider than the ELBO would have it: the held-out rate is lower. The ELBO of that model, which is what “ELBO” always shows, is not what was optimised.</source>
            <extracomment>the answer of “What K does in IWAE”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disentangling sprites</source>
            <extracomment>a guided experiment</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does a larger β make the dimensions of z independent, and each stand for one factor?</source>
            <extracomment>the question of “Disentangling sprites”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with β = 1</source>
            <extracomment>a step of “Disentangling sprites”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sprites differ in shape, scale, rotation and place, and these factors are known. 1500 steps at 32 × 32 pixels.</source>
            <extracomment>the step “Train with β = 1”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evaluate it</source>
            <extracomment>a step of “Disentangling sprites”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Among the numbers are MIG, FactorVAE score and DCI, which need the known factors, and a lower bound on the total correlation.</source>
            <extracomment>the step “Evaluate it”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total correlation</source>
            <extracomment>a number that a step checks</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Train with β = 6</source>
            <extracomment>a step of “Disentangling sprites”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same network with six times the weight on the KL.</source>
            <extracomment>the step “Train with β = 6”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evaluate it too</source>
            <extracomment>a step of “Disentangling sprites”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The total correlation should be lower. Look at the MIG as well, and choose the first run beside it.</source>
            <extracomment>the step “Evaluate it too”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for rows that change one factor only.</source>
            <extracomment>the step “Traverse z”</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With β = 6 the total correlation falls: the dimensions share less. Whether each stands for one factor is another matter: over three seeds of this setting the MIG of β = 6 was not reliably above that of β = 1. β-TCVAE weighs the total correlation alone; the sweep disentangling-sprites compares seven objectives.</source>
            <extracomment>the answer of “Disentangling sprites”</extracomment>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
